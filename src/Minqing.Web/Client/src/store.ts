// What is not sent yet, with its photos, outlives the page: one record for each form, by its idempotency key.
import type { Taken } from "./exif";

export interface Piece extends Taken {
  id: string;
  voice: boolean;
  blob: Blob;
  /** The address of the upload once begun. */
  upload?: string;
  /** The id to attach once the server has it. */
  media?: string;
}

export interface Pending {
  key: string;
  url: string;
  fields: [string, string][];
  pieces: Piece[];
  /** Sent by the person, waiting for the network. */
  waiting: boolean;
}

let opened: Promise<IDBDatabase> | undefined;

const db = (): Promise<IDBDatabase> => opened ??= new Promise((done, fail) => {
  const request = indexedDB.open("minqing", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("pending", { keyPath: "key" });
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const tx = (await db()).transaction("pending", mode);
  const request = ask(tx.objectStore("pending"));
  return new Promise((done, fail) => {
    tx.oncomplete = () => done(request.result);
    tx.onerror = tx.onabort = () => fail(tx.error);
  });
}

// Private windows may forbid storage: sending then works all the same, only nothing is kept.
export const save = (p: Pending): Promise<unknown> => run("readwrite", s => s.put(p)).catch(() => undefined);
export const load = (key: string): Promise<Pending | undefined> => run<Pending | undefined>("readonly", s => s.get(key)).catch(() => undefined);
export const drop = (key: string): Promise<unknown> => run("readwrite", s => s.delete(key)).catch(() => undefined);
export const all = (): Promise<Pending[]> => run<Pending[]>("readonly", s => s.getAll()).catch(() => []);
