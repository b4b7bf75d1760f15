"""Who meets a function that has to start, in twelve months of a small town that nobody has measured: a simulation.

Assumed, and not measured: 20 citizens' messages a day between 7 and 22 o'clock, Poisson, most in little bursts of one to four
within two minutes of each other; each message of the town's (a greeting for a new conversation, two answers for each) is told
three times: sent and delivered a moment after each other, read within the hour. The mayor looks twice a day, at about 9 and
16 o'clock: opens the page, lists, opens and answers each conversation, resolves it. A warm call takes 80 ms, one that starts
1.2 s more. An instance is put away after five to fifteen idle minutes, drawn anew each time, and serves one call at a
time; what comes meanwhile starts another. Every five minutes KeepWarm calls each function once.
"""

import heapq
import random

DAY = 86_400
CALL, START = 0.08, 1.2
WARMING = 300
MESSAGES = 20
NAMES = ("page", "inbox", "reply", "resolve")


class Instances:
    """Of one function: who is called waits for a start unless one is idle and still there."""

    def __init__(self, chance):
        self.chance = chance
        self.idle = []  # (since, until): the one used last is taken first
        self.busy = []

    def call(self, now):
        """Whether it had to start."""
        while self.busy and self.busy[0] <= now:
            since = heapq.heappop(self.busy)
            self.idle.append((since, since + self.chance.uniform(300, 900)))
        self.idle = [each for each in self.idle if each[1] > now]
        cold = not self.idle
        if not cold:
            self.idle.sort()
            self.idle.pop()
        heapq.heappush(self.busy, now + CALL + (START if cold else 0))
        return cold


def conversations(chance, day):
    """Each a list of times at which one citizen writes."""
    at = day * DAY + 7 * 3600
    while True:
        # Two and a half messages make a conversation.
        at += chance.expovariate(MESSAGES / 2.5 / (15 * 3600))
        if at > day * DAY + 22 * 3600:
            return
        times = [at]
        while len(times) < 4 and chance.random() < 0.65:
            times.append(times[-1] + chance.uniform(1, 60))
        yield times


def told(chance, at):
    """When WhatsApp tells of a message of the town's."""
    sent = at + chance.uniform(0.3, 2)
    delivered = sent + chance.expovariate(1)
    return [sent, delivered, delivered + chance.uniform(5, 3600)]


def month(chance, days=30):
    """All calls as (when, function, whether somebody's first click of that kind in a visit)."""
    calls = []
    waiting = [times for day in range(days) for times in conversations(chance, day)]
    for times in waiting:
        calls += [(at, "webhook", False) for at in times]
        calls += [(at, "webhook", False) for at in told(chance, times[0] + 1.5)]
    for hour in sorted(day * 24 + look for day in range(days) for look in (9, 16)):
        at = hour * 3600 + chance.uniform(-1800, 1800)
        here = [times for times in waiting if times[-1] <= at]
        waiting = [times for times in waiting if times[-1] > at]
        seen = set()

        def click(name, later):
            nonlocal at
            at += later
            calls.append((at, name, name not in seen))
            seen.add(name)

        click("page", 0)
        click("page", 0.3)
        click("inbox", 1)
        for _ in here:
            click("inbox", chance.uniform(2, 20))
            for _ in range(2):
                click("reply", chance.uniform(20, 120))
                calls += [(moment, "webhook", False) for moment in told(chance, at)]
            click("resolve", chance.uniform(5, 60))
    return calls


def shares(warm, seeds=range(12)):
    """Of webhook deliveries, and of the mayor's first clicks: how many met a start."""
    counts = {"webhook": [0, 0], "first clicks": [0, 0]}
    for seed in seeds:
        chance = random.Random(seed)
        calls = month(chance)
        if warm:
            until = max(calls)[0]
            calls += [(at, name, None) for name in ("webhook", *NAMES) for at in range(0, int(until), WARMING)]
        instances = {name: Instances(chance) for name in ("webhook", *NAMES)}
        for at, name, first in sorted(calls, key=lambda call: call[0]):
            cold = instances[name].call(at)
            if first is not None and (name == "webhook" or first):
                count = counts["webhook" if name == "webhook" else "first clicks"]
                count[0] += cold
                count[1] += 1
    return {what: cold / all for what, (cold, all) in counts.items()}


if __name__ == "__main__":
    for warm in (False, True):
        told_of = ", ".join(f"{what} {share:.2%}" for what, share in shares(warm).items())
        print(f"{'kept warm' if warm else 'not kept warm'}: {told_of}")
