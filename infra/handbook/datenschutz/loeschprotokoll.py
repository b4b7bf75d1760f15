"""Prüft ein Löschprotokoll: die Kette seiner Zeilen, und ob jeder Tag unterschrieben ist.

    python3 loeschprotokoll.py protokoll.json schluessel.json [weitere Schlüssel ….json] [Jahr [Stichtag]]

Braucht nichts als Python und das Programm openssl. Wie man an beide Dateien kommt, steht in loeschprotokoll.md.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

BY_WHOM = {"mayor": "abgeschlossen", "citizen": "auf Wunsch", "expiry": "nach Fristablauf"}
LEAST = 5


def signed(text, signature, key):
    """Ob openssl die Unterschrift (ECDSA, P-256, SHA-256) unter genau diesem Text mit diesem Schlüssel für gültig hält."""
    pem = "-----BEGIN PUBLIC KEY-----\n" + "\n".join(textwrap.wrap(key, 64)) + "\n-----END PUBLIC KEY-----\n"
    with tempfile.TemporaryDirectory() as folder:
        line, sign, public = Path(folder, "line"), Path(folder, "signature"), Path(folder, "key")
        line.write_bytes(text.encode())
        sign.write_bytes(base64.b64decode(signature))
        public.write_text(pem)
        command = ["openssl", "dgst", "-sha256", "-verify", str(public), "-signature", str(sign), str(line)]
        return subprocess.run(command, capture_output=True).returncode == 0


def check(items, keys, today):
    """Alle Zeilen als JSON, und was an ihnen nicht stimmt."""
    lines, wrong, before, days = [], [], "0" * 64, []
    for number, item in enumerate(sorted(items, key=lambda each: each["sk"]["S"]), 1):
        text = item["text"]["S"]
        line = json.loads(text)
        if line["line"] != number or line["before"] != before:
            wrong.append(f"Zeile {number} folgt nicht auf die davor: verändert, entfernt oder eingeschoben.")
        if "sealed" in line:
            if not any(signed(text, item["signature"]["S"], key) for key in keys):
                wrong.append(f"Zeile {number} ist nicht mit diesem Schlüssel unterschrieben.")
            if line["overdue"] != "none":
                wrong.append(f"Zeile {number}: Am {line['sealed'][:10]} fehlte eine Löschung, die seit einem Tag versprochen war.")
            days.append(date.fromisoformat(line["sealed"][:10]))
        lines.append(line)
        before = hashlib.sha256(text.encode()).hexdigest()
    if not days:
        wrong.append("Keine Zeile ist unterschrieben.")
    for one, next_one in zip(days, days[1:]):
        if next_one - one != timedelta(days=1):
            wrong.append(f"Zwischen {one} und {next_one} fehlt eine Unterschrift.")
    if days and today - days[-1] > timedelta(days=1):
        wrong.append(f"Seit {days[-1]} ist nicht mehr unterschrieben: Das Ende fehlt, oder es läuft nichts mehr.")
    unsigned = len(lines) - max((at for at, line in enumerate(lines, 1) if "sealed" in line), default=0)
    return lines, wrong, unsigned


def month(day):
    """Der Monat, in dem der Donnerstag der Woche liegt: So zählt auch die Seite, damit beide Tabellen einander nichts verraten."""
    return (day + timedelta(days=3 - day.weekday())).isoformat()[:7]


def hidden(counts):
    """Welche Zahlen niemand liest: unter fünf, und was aus den übrigen folgte. Dieselbe Regel wie bei den Zahlen der Seite."""
    causes, together = [], 0
    for cause in sorted(BY_WHOM, key=lambda each: counts[each]):
        follows = causes and (len(causes) == 1 or together < LEAST)
        if counts[cause] < LEAST or follows or sum(counts.values()) < LEAST:
            causes.append(cause)
            together += counts[cause]
    return causes


def year(lines, wanted, today):
    """Das Jahr für den Rat, als Tabelle: nur Monate, die vorbei sind, und keine Summe, aus der Verborgenes folgte."""
    months = {}
    for line in lines:
        if "cause" in line:
            counted = month(date.fromisoformat(line["checked"][:10]))
            if counted.startswith(wanted) and counted < month(today - timedelta(days=1)):
                months.setdefault(counted, Counter())[line["cause"]] += 1
    print("\n| Monat | " + " | ".join(BY_WHOM.values()) + " |\n|---|" + "---:|" * len(BY_WHOM))
    for name, counts in sorted(months.items()):
        secret = hidden(counts)
        print(f"| {name} | " + " | ".join("–" if cause in secret else str(counts[cause]) for cause in BY_WHOM) + " |")
    print(f"– heißt: unter {LEAST}, oder es ließe sich daraus errechnen.")


def main(log, *more):
    items = json.loads(Path(log).read_text(encoding="utf-8"))["Items"]
    keys = [json.loads(Path(name).read_text(encoding="utf-8"))["PublicKey"] for name in more if name.endswith(".json")]
    wanted, day = (*[each for each in more if not each.endswith(".json")], None, None)[:2]
    for key in keys:
        print("Fingerabdruck des Schlüssels:", hashlib.sha256(base64.b64decode(key)).hexdigest())
    today = date.fromisoformat(day) if day else datetime.now(timezone.utc).date()
    lines, wrong, unsigned = check(items, keys, today)
    print(f"{len(lines)} Zeilen, davon {sum('cause' in line for line in lines)} Löschungen; "
          f"die letzten {unsigned} sind noch nicht unterschrieben.")
    print("\n".join(wrong) or "Die Kette ist vollständig, und jeder Tag ist unterschrieben.")
    if wanted:
        year(lines, wanted, today)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
