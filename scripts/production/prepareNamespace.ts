import { prepareNamespace } from '../engine/prepareNamespace.ts';
import { connectToEngine } from '../engine/startEngine.ts';
import { required } from './required.ts';

// For production, once the engine runs: the namespace of the cases and what they are searched by. Repeatable.
const namespace = required('TEMPORAL_NAMESPACE');
const connection = await connectToEngine(required('TEMPORAL_ADDRESS'), () => true);
await prepareNamespace(connection, namespace);
await connection.close();
console.log(`The namespace ${namespace} is ready.`);
