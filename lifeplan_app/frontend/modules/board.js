// The boards: things are chosen, moved, resized, looked at. Comes with the first board that shows.
// React owns the page: no node of its is moved here. What moves follows the finger, one event tells the
// server, and its answer puts it into its cells.
import "./board/hold.js";
import "./board/keys.js";
import "./board/photos.js";
import "./board/picture.js";
import "./board/walk.js";
