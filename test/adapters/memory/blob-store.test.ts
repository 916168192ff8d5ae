// The memory twin of the store of blobs keeps the port's promises.

import { MemoryBlobStore } from '#adapters/memory/storage/blob-store.js';
import { testBlobStore } from '../../contract/blob-store.js';

testBlobStore('MemoryBlobStore', async (limits) => new MemoryBlobStore(limits));
