import { randomUUID } from 'node:crypto';
import { createEngine } from '../../platform/engine.ts';
import { createDataConverter } from '../../platform/payloadCodec.ts';
import { startWorker } from '../../worker/createWorker.ts';
import { recordingTools } from '../environment/caseInStore.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { testKeyRing } from './testKeyRing.ts';

/** A product whose payloads are encrypted with the committed test key, and whose worker bundles as in production. */
export async function productForRecording(): Promise<TestProduct> {
  const product = await startWorkerForTest();
  const { temporalAddress: address, namespace, store, anchorFile } = product;
  const taskQueue = `histories-${randomUUID()}`;
  const dataConverter = createDataConverter(testKeyRing);
  const engine = createEngine({ address, namespace, taskQueue, dataConverter, onUnexpected: () => undefined });
  const worker = await startWorker({
    address,
    namespace,
    taskQueue,
    dataConverter,
    bundlePath: undefined,
    store,
    tools: await recordingTools(store),
    anchorFile,
    reconciling: { ...product, engine },
    workflowsInMemory: 100,
  });
  return {
    ...product,
    engine,
    worker,
    taskQueue,
    stop: async () => {
      await worker.stop();
      await engine.close();
      await product.stop();
    },
  };
}
