"""Real files that tell their place, and what they tell once they are clean.

    files.py make FOLDER      files of real encoders, each with the canaries at every place its format has
    files.py judge A B        what the files of folder B, cleaned from those of A, still tell, and whether they look and
                              sound as before; a line of JSON for each

EXIFTOOL names that program.
"""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg
import pillow_heif
from PIL import Image, ImageDraw, PngImagePlugin

pillow_heif.register_heif_opener()
FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
EXIFTOOL = ["perl", os.environ["EXIFTOOL"]]
DEVICE = "CANARYPHONE"
PLACE = "+50.8880+010.0060/"
PLACES = ("50.888", "10.006", "50 deg", "10 deg")

# Of these a clean file may have some, though their names sound as if it told something.
NO_TAGS = ("ExifTool", "System", "File", "ICC_Profile", "ICC-header", "Composite")
HARMLESS = re.compile(r"(Track|Media)?(Create|Modify)Date|ColorModel|CompressorID|SampleGroupDescription|Encoder")
TELLING = re.compile(
    r"(GPS|Location|Latitude|Longitude|Make$|Model|Serial|Owner|Artist|Author|Creator|Software|TimeZone|OffsetTime"
    r"|Comment|Description|Keyword|Title|Encoder|Vendor|Compressor|Handler(Desc|Vendor)|Copyright|Date|Host|Tagged)"
)


def run(*words, check=True):
    done = subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if check and done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, words))}\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
    return done


def drawing(mode="RGB", size=(320, 240), shade=0):
    image = Image.new("RGB", size)
    pen = ImageDraw.Draw(image)
    for line in range(0, size[1], 3):
        pen.line([(0, line), (size[0], size[1] - line)], fill=((line * 37 + shade) % 256, line % 256, (line * 91) % 256))
    return image.convert(mode)


def pictures(folder):
    save = lambda name, image, **how: image.save(folder / name, **how)
    for quality in (30, 75, 95):
        save(f"quality-{quality}.jpg", drawing(), quality=quality)
    save("progressive.jpg", drawing(), progressive=True)
    save("full-colour.jpg", drawing(), subsampling=0)
    save("grey.jpg", drawing("L"))
    save("print.jpg", drawing("CMYK"))
    save("restart.jpg", drawing(), restart_marker_rows=1)
    save("multi.mpo.jpg", drawing(), format="MPO", save_all=True, append_images=[drawing(shade=9)])
    save("colour.png", drawing())
    save("palette.png", drawing("P"))
    save("transparent.png", drawing("RGBA"))
    save("grey.png", drawing("L"))
    save("animated.png", drawing(), save_all=True, append_images=[drawing(shade=80)])
    save("lossy.webp", drawing(), quality=60)
    save("lossless.webp", drawing(), lossless=True)
    save("transparent.webp", drawing("RGBA"))
    save("animated.webp", drawing(), save_all=True, append_images=[drawing(shade=80)])
    save("still.gif", drawing("P"), comment=f"{DEVICE} {PLACE}".encode())
    save("animated.gif", drawing("P"), save_all=True, append_images=[drawing("P", shade=80)], loop=0)
    for quality in (30, 90):
        save(f"quality-{quality}.heic", drawing(), quality=quality)
    save("transparent.heic", drawing("RGBA"))
    save("several.heic", drawing(), save_all=True, append_images=[drawing(shade=80)])
    save("large.heic", drawing(size=(1600, 1200)))
    for quality in (30, 90):
        save(f"quality-{quality}.avif", drawing(), quality=quality)
    save("transparent.avif", drawing("RGBA"))
    save("animated.avif", drawing(), save_all=True, append_images=[drawing(shade=80)])
    for name in sorted(path.name for path in folder.iterdir()):
        tags = [f"-XMP:Make={DEVICE}", f"-XMP:GPSLatitude=50.888", "-XMP:GPSLongitude=10.006", f"-XMP:Location={DEVICE}"]
        if not name.endswith(".gif"):
            tags += [
                f"-EXIF:Make={DEVICE}", f"-EXIF:Model={DEVICE}", f"-EXIF:SerialNumber={DEVICE}", f"-EXIF:OwnerName={DEVICE}",
                "-EXIF:GPSLatitude=50.888", "-EXIF:GPSLatitudeRef=N", "-EXIF:GPSLongitude=10.006", "-EXIF:GPSLongitudeRef=E",
                "-EXIF:OffsetTimeOriginal=+01:00", f"-EXIF:Artist={DEVICE}",
            ]
        if name.endswith(".jpg"):
            tags += [f"-IPTC:City={DEVICE}", f"-Comment={DEVICE}", f"-Photoshop:PhotoshopThumbnail=", "-EXIF:Orientation#=1"]
        run(*EXIFTOOL, "-q", "-m", "-overwrite_original", *tags, folder / name)
    (folder / "leading-bytes.jpg").write_bytes(b"\0\0" + (folder / "quality-75.jpg").read_bytes())


SIGHT = ["-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=2"]
SOUND = ["-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=2"]
TOLD = [
    "-metadata", f"location={PLACE}", "-metadata", f"location-eng={PLACE}", "-metadata", f"make={DEVICE}",
    "-metadata", f"model={DEVICE}", "-metadata", f"artist={DEVICE}", "-metadata", f"comment={DEVICE} {PLACE}",
    "-metadata", f"title={DEVICE}", "-metadata", "creation_time=2026-11-28T12:00:00Z",
    "-metadata:s:v", f"handler_name={DEVICE}", "-metadata:s:a", f"handler_name={DEVICE}", "-metadata:s:v", f"title={DEVICE}",
]
H264 = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"]
VP9 = ["-c:v", "libvpx-vp9", "-c:a", "libopus"]


def films(folder):
    words = folder / "words.srt"
    words.write_text("".join(
        f"{n + 1}\n00:00:0{n},000 --> 00:00:0{n},900\nGPS({PLACE}) {DEVICE}\n\n" for n in range(2)))
    make = lambda name, *how: run(FFMPEG, "-y", "-v", "error", *SIGHT, *SOUND, *how, *TOLD, folder / name)
    spoken = lambda name, *how: run(
        FFMPEG, "-y", "-v", "error", *SIGHT, *SOUND, "-i", words, "-map", "0", "-map", "1", "-map", "2", *how, *TOLD,
        folder / name)
    fast = ["-movflags", "+faststart"]
    keyed = ["-movflags", "+use_metadata_tags"]
    make("phone.mp4", *H264)
    make("faststart.mp4", *H264, *fast)
    make("keys.mp4", *H264, *keyed)
    make("fragmented.mp4", *H264, "-movflags", "+frag_keyframe+empty_moov")
    make("hevc.mp4", "-c:v", "libx265", "-x265-params", "log-level=error", "-tag:v", "hvc1", "-c:a", "aac")
    make("av1.mp4", "-c:v", "libsvtav1", "-c:a", "libopus")
    for brand in ("XAVC", "pana", "CAEP", "NDSC", "hvc1", "f4v ", "mp4v", "iso1"):
        make(f"brand-{brand.strip()}.mp4", *H264, "-brand", brand)
    spoken("telemetry.mp4", *H264, "-c:s", "mov_text")
    spoken("telemetry-faststart.mp4", *H264, "-c:s", "mov_text", *fast)
    spoken("telemetry.mov", *H264, "-c:s", "mov_text")
    make("camera.mov", *H264)
    make("camera-faststart.mov", *H264, *fast)
    make("keys.mov", *H264, *keyed)
    make("prores.mov", "-c:v", "prores_ks", "-c:a", "pcm_s16le")
    make("timecode.mov", *H264, "-timecode", "01:02:03:04")
    make("film.m4v", *H264)
    make("old.3gp", *H264)
    make("old.3g2", *H264)
    make("film.mkv", *H264)
    spoken("telemetry.mkv", *H264, "-c:s", "srt")
    make("chaptered.mkv", *VP9)
    make("film.webm", *VP9)
    spoken("telemetry.webm", *VP9, "-c:s", "webvtt")
    make("live.webm", *VP9, "-live", "1")
    make("film.avi", "-c:v", "mjpeg", "-c:a", "pcm_s16le")
    make("mpeg.avi", "-c:v", "mpeg4", "-c:a", "libmp3lame")
    attached = folder / "attached.mkv"
    run(FFMPEG, "-y", "-v", "error", *SIGHT, "-attach", words, "-metadata:s:t", "mimetype=text/plain", *H264[:4], attached)
    words.unlink()
    for name in ("phone.mp4", "camera.mov", "old.3gp"):
        run(*EXIFTOOL, "-q", "-m", "-overwrite_original", f"-XMP:Make={DEVICE}", f"-Keys:Make={DEVICE}",
            f"-UserData:LocationInformation={DEVICE}", f"-Keys:GPSCoordinates=50.888, 10.006", folder / name)


def sounds(folder):
    make = lambda name, *how: run(
        FFMPEG, "-y", "-v", "error", *SOUND, *how, *TOLD[:-6], folder / name)
    make("voice.ogg", "-c:a", "libopus")
    make("music.ogg", "-c:a", "libvorbis")
    make("tagged.mp3", "-c:a", "libmp3lame", "-write_id3v1", "1")
    make("bare.mp3", "-c:a", "libmp3lame", "-id3v2_version", "0", "-write_id3v1", "1")
    make("recording.m4a", "-c:a", "aac")
    make("recording.wav", "-c:a", "pcm_s16le")
    make("broadcast.wav", "-c:a", "pcm_s16le", "-write_bext", "1", "-metadata", f"description={DEVICE}")
    make("bare.aac", "-c:a", "aac")
    run(FFMPEG, "-y", "-v", "error", *SOUND, "-ar", "8000", "-c:a", "libopencore_amrnb", folder / "old.amr")


def others(folder):
    """What cannot be cleaned: it must be said."""
    drawing().save(folder / "scan.tiff")
    run(*EXIFTOOL, "-q", "-overwrite_original", f"-EXIF:Make={DEVICE}", folder / "scan.tiff")
    drawing().save(folder / "paper.pdf", author=DEVICE)
    run(FFMPEG, "-y", "-v", "error", *SOUND, *TOLD[:-6], "-c:a", "flac", folder / "music.flac")


def look(path):
    """Pixels, or pictures and sounds as they come out of a decoder."""
    if path.suffix in (".jpg", ".png", ".webp", ".gif", ".heic", ".avif"):
        with Image.open(io.BytesIO(path.read_bytes()[2 * path.name.startswith("leading") :])) as image:
            frames = []
            for frame in range(getattr(image, "n_frames", 1)):
                image.seek(frame)
                frames.append(hashlib.sha256(image.convert("RGBA").tobytes()).hexdigest())
                if path.name.endswith(".mpo.jpg"):
                    break
            return frames
    done = run(FFMPEG, "-v", "error", "-i", path, "-map", "0:v?", "-map", "0:a?", "-f", "streamhash", "-", check=False)
    return [line for line in done.stdout.splitlines()] or done.stderr


def tags(path):
    done = run(*EXIFTOOL, "-j", "-G1", "-ee", "-a", "-u", "-charset", "filename=utf8", path, check=False)
    return json.loads(done.stdout)[0] if done.stdout.startswith("[") else {"broken": done.stdout}


def judge(before, after):
    for path in sorted(after.iterdir()):
        raw = path.read_bytes()
        told = []
        for canary in (DEVICE.encode(), PLACE.encode(), DEVICE.encode("utf-16-le"), DEVICE.encode("utf-16-be")):
            if canary in raw:
                told.append(f"{canary!r} at {raw.index(canary)}")
        for name, value in tags(path).items():
            group, _, tag = name.partition(":")
            empty = value in ("", 0, "0000:00:00 00:00:00", "(Binary data)") or not str(value).strip("\0 ")
            if group in NO_TAGS or empty:
                continue
            words = str(value)
            if DEVICE in words or any(place in words for place in PLACES):
                told.append(f"{name}={words[:60]}")
            elif TELLING.search(tag) and not HARMLESS.fullmatch(tag):
                told.append(f"{name}={words[:60]}")
        was, now = look(before / path.name), look(path)
        print(json.dumps({"file": path.name, "tells": told, "same": was == now and bool(was), "was": was if was != now else [], "now": now if was != now else []}))


if sys.argv[1] == "make":
    target = Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for part in (pictures, films, sounds, others):
        part(target)
else:
    judge(Path(sys.argv[2]), Path(sys.argv[3]))
