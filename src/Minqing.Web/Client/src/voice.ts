// Speaking instead of writing. Where the browser cannot record, the file chooser (often with the phone's own recorder behind it) stays.
export const canRecord = (): boolean => typeof MediaRecorder !== "undefined" && !!navigator.mediaDevices && "getUserMedia" in navigator.mediaDevices;

export async function record(seconds: number, tick: (elapsed: number) => void): Promise<{ stop: () => void; done: Promise<Blob> }> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const kind = ["audio/webm;codecs=opus", "audio/mp4"].find(k => MediaRecorder.isTypeSupported(k));
  const recorder = new MediaRecorder(stream, kind ? { mimeType: kind, audioBitsPerSecond: 32000 } : {});
  const parts: Blob[] = [];
  const begun = Date.now();
  const stop = (): void => { if (recorder.state !== "inactive") recorder.stop(); };
  const timer = setInterval(() => {
    const elapsed = Math.floor((Date.now() - begun) / 1000);
    tick(elapsed);
    if (elapsed >= seconds) stop();
  }, 250);
  const done = new Promise<Blob>(end => {
    recorder.ondataavailable = e => parts.push(e.data);
    recorder.onstop = () => {
      clearInterval(timer);
      stream.getTracks().forEach(t => t.stop());
      end(new Blob(parts, { type: recorder.mimeType }));
    };
  });
  recorder.start(1000);
  return { stop, done };
}
