import type { PDFDocumentProxy } from 'pdfjs-dist';

const ERRORS_ONLY = 0;

/** Loads pdf.js when the first PDF is opened. Without a worker, which trusted types would refuse. */
export async function openPdf(content: ArrayBuffer): Promise<PDFDocumentProxy> {
  const [{ getDocument }, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return getDocument({
    data: content,
    verbosity: ERRORS_ONLY,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
  }).promise;
}
