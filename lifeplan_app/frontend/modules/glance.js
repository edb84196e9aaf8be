// Reads a code that another screen shows, by the camera of this phone. Fetched when she asks for it, not before.
// Each picture is looked at here and forgotten: nothing of it leaves the phone, and nothing is kept.
import read from "qr/decode.js";

const EACH_MS = 200;
const AT_MOST_MS = 60_000;
const WIDTH = 480; // enough for a code that fills half of the picture
const pause = () => new Promise((done) => setTimeout(done, EACH_MS));

const look = (video, canvas) => {
  if (!video.videoWidth) return "";
  try {
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
    const brush = canvas.getContext("2d", { willReadFrequently: true });
    brush.drawImage(video, 0, 0, canvas.width, canvas.height);
    return read(brush.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return ""; // no code in this picture
  }
};

// The place says how it stands: "on" while the camera looks, "off" when it is done, "none" where there is none.
export const glance = async (place) => {
  if (place.dataset.glance === "on") return;
  place.dataset.glance = "on";
  const video = place.querySelector("video");
  const field = place.closest("form").querySelector("input");
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    place.dataset.glance = "none";
    return;
  }
  video.srcObject = stream;
  video.play().catch(() => {}); // not waited for: a call on the phone may hold it back for ever
  const canvas = document.createElement("canvas");
  const until = Date.now() + AT_MOST_MS;
  const goesOn = () =>
    Date.now() < until &&
    place.isConnected &&
    place.checkVisibility({ visibilityProperty: true }) &&
    !document.documentElement.hasAttribute("data-shut") &&
    document.visibilityState === "visible";
  let found = "";
  try {
    while (!found && goesOn()) {
      found = look(video, canvas);
      if (!found) await pause();
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    place.dataset.glance = "off";
  }
  if (!found || !goesOn()) return;
  field.value = found;
  field.form.requestSubmit();
};
