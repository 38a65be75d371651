import { roleNames } from '../../domain/access/role.ts';
import type { DevelopmentPerson } from './people.ts';

/** The page where one chooses whom to act as: no passwords, for nobody in it is real. */
export function signInPage(people: readonly DevelopmentPerson[], action: string): string {
  const choices = people.map((person) => {
    const roles = person.appointments.map(({ role }) => roleNames[role]).join(', ');
    return `<li><button name="subject" value="${escaped(person.subject)}">${escaped(person.name)}</button> ${escaped(roles)}</li>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in (development)</title>
<meta name="viewport" content="width=device-width">
<style>body{font:1rem/1.6 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}li{margin:.4rem 0}button{font:inherit}</style>
</head>
<body>
<h1>Act as</h1>
<p>For development only. Everybody here is invented.</p>
<form method="post" action="${escaped(action)}"><ul>
${choices.join('\n')}
</ul></form>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
