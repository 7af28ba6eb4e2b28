// Photos are made small on the phone: 2,048 pixels on the long side are plenty to see a broken pipe, and a tenth of the bytes.
const longest = 2048;

export async function smaller(file: File): Promise<Blob> {
  // A browser that does not turn pictures upright by itself sends them whole: the server turns them.
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || !CSS.supports("image-orientation", "from-image")) return file;
  const url = URL.createObjectURL(file);
  try {
    const image = await new Promise<HTMLImageElement>((done, fail) => {
      const i = new Image();
      i.onload = () => done(i);
      i.onerror = fail;
      i.src = url;
    });
    const share = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * share);
    canvas.height = Math.round(image.naturalHeight * share);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/jpeg", .82));
    return blob && blob.size < file.size ? blob : file;
  } catch {
    return file;
  } finally {
    URL.revokeObjectURL(url);
  }
}
