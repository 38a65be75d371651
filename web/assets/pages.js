// What the pages gain where scripts run; everything works without.
import { initAll as startGovuk } from '/assets/govuk-frontend.js';
import { initAll as startMoj } from '/assets/moj-frontend.js';

startGovuk();
startMoj();

// A second press on a button whose form is on its way does nothing more.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
// Somebody who comes back to the form by the browser's own button may send it again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// What opened beside the page closes again when somebody turns to something else.
for (const more of document.querySelectorAll('.marac-more')) {
  more.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !more.open) return;
    more.open = false;
    more.querySelector('summary').focus();
  });
  document.addEventListener('click', (event) => {
    if (!more.contains(event.target)) more.open = false;
  });
}

// A board that is left open says how many are overdue by now.
for (const place of document.querySelectorAll('[data-live-count]')) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(place.dataset.liveCount, { redirect: 'error' }).catch(() => null);
    if (!answer?.ok) return;
    const { overdue } = await answer.json();
    if (String(overdue) !== place.textContent) place.textContent = String(overdue);
  }, 60_000);
}

// The checklist says how many answers are "yes" so far.
for (const count of document.querySelectorAll('[data-dash-count]')) {
  const form = count.closest('form');
  const say = () => {
    const yes = form.querySelectorAll('.marac-dash input[value="yes"]:checked').length;
    const answered = form.querySelectorAll('.marac-dash input:checked').length;
    count.textContent = `${yes} yes so far, ${answered} of 24 answered`;
    count.hidden = answered === 0;
  };
  form.addEventListener('change', say);
  say();
}

// What is there to be kept on paper can be printed by a button.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A page of work that is still going on looks again by itself: as a page and not as a person, since a screen at which nobody sits
// must run out. What was said once, of what somebody has just done, stays where it is.
const waits = (page) => page.querySelector('[data-reload-while-waiting]') !== null;
const lookAgain = async () => {
  const answer = document.hidden ? null : await fetch(location.href, { redirect: 'error' }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const notice = document.querySelector('main .govuk-notification-banner');
    if (notice) page.querySelector('main').prepend(notice);
    document.querySelector('main').replaceWith(page.querySelector('main'));
    document.title = page.title;
  }
  if (waits(document)) setTimeout(lookAgain, 3_000);
};
if (waits(document)) setTimeout(lookAgain, 3_000);

// All of a page can be chosen at once; pressed again, none of it.
for (const button of document.querySelectorAll('[data-choose-all]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const boxes = [...document.querySelectorAll(`input[type="checkbox"][form="${button.dataset.chooseAll}"]`)];
    const all = boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = !all;
  });
}
