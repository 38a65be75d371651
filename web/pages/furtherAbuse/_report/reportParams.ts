import { z } from 'zod';
import { idSchema } from '../../../../contracts/text.ts';

export const reportParams = z.object({ report: idSchema });
