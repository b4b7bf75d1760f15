import { beforeEach } from 'vitest';
import { choose } from './texts';

// Lit warns on import that this is not its production build, which tests need not be.
Object.assign(globalThis, { litIssuedWarnings: new Set(['dev-mode']) });

beforeEach(() => choose('de'));
