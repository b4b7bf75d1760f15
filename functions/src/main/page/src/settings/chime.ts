import { choices } from './choices';

const SECONDS = 0.4;
const QUIET = 0.15;
const TONES = [660, 880];

/** Two soft tones, if the reader wants to hear of what is new; made here, nothing is loaded. */
export function chime(): void {
  if (!choices.sound) return;
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(QUIET, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + SECONDS);
  volume.connect(audio.destination);
  TONES.forEach((frequency, place) => {
    const tone = new OscillatorNode(audio, { frequency });
    const start = audio.currentTime + (place * SECONDS) / TONES.length;
    tone.connect(volume);
    tone.start(start);
    tone.stop(start + SECONDS / TONES.length);
    if (place === TONES.length - 1) tone.onended = () => void audio.close();
  });
}
