const SMALL = 400_000;
const LONG_SIDE = 1_600;
const QUALITY = 0.8;

/** A large photo made small enough for a village's network; nothing where it may go as it is. */
export async function shrink(file) {
  if (file.size < SMALL || !file.type.startsWith("image/")) return null;
  try {
    const picture = await createImageBitmap(file);
    const blob = await draw(picture);
    picture.close();
    if (!blob || blob.size >= file.size) return null;
    return new File([blob], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" });
  } catch {
    // Not one that this browser can open: it goes as it is and the server decides.
    return null;
  }
}

function draw(picture) {
  const scale = Math.min(LONG_SIDE / Math.max(picture.width, picture.height), 1);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(Math.round(picture.width * scale), 1);
  canvas.height = Math.max(Math.round(picture.height * scale), 1);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}
