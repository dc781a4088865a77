#!/usr/bin/env python3
"""usage: bench.py PROGRAM [--other PROGRAM] [--runs N] [--json FILE]

Times the program on the publication and on a generated book of a million characters. Runs of the documents, and of
a second program if given, are interleaved, so that other load of the machine affects all equally; of each the median
is printed, of the stages the median of each. Peak memory is the kernel's count for the process (ru_maxrss).
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import prose  # noqa: E402

PROJECT = Path(__file__).resolve().parent.parent.parent


def measure(program, report, output):
    """{wall, cpu, memory, bytes, stages} of one process; milliseconds, KiB."""
    start = time.perf_counter()
    process = subprocess.Popen([program, "compile", report, "-o", output, "--timings"], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode("utf-8")
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    wall = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{program} ended with {process.returncode} on {report}:\n{said[-2000:]}")
    stages = {name: float(value) for name, value in re.findall(r"^(\S+) +([\d.]+) ms$", said, re.M)}
    return {"wall": wall, "cpu": (usage.ru_utime + usage.ru_stime) * 1000, "memory": usage.ru_maxrss,
            "bytes": Path(output).stat().st_size, "stages": stages}


def pages_of(file):
    """From qpdf, or None where it is not installed."""
    try:
        return int(subprocess.run(["qpdf", "--show-npages", file], capture_output=True, check=True).stdout)
    except (FileNotFoundError, subprocess.CalledProcessError):
        return None


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def describe(runs, pages):
    stages = {name: statistics.median(run["stages"].get(name, 0) for run in runs) for name in runs[0]["stages"]}
    return {"wall_ms": round(median(runs, "wall"), 1), "fastest_ms": round(min(run["wall"] for run in runs), 1),
            "cpu_ms": round(median(runs, "cpu"), 1), "peak_mib": round(median(runs, "memory") / 1024, 1),
            "bytes": runs[0]["bytes"], "pages": pages,
            "pages_per_second": round(pages / median(runs, "wall") * 1000) if pages else None,
            "stages_ms": {name: round(value, 1) for name, value in stages.items()}}


def print_row(title, row):
    print(f"\n{title}")
    print(f"  process   {row['wall_ms']:9.1f} ms   fastest {row['fastest_ms']:.1f} ms, processor time {row['cpu_ms']:.1f} ms")
    if row["pages"]:
        print(f"  pages     {row['pages']:9d}      {row['pages_per_second']} a second")
    print(f"  memory    {row['peak_mib']:9.1f} MiB  at the peak")
    print(f"  file      {row['bytes']:9d} bytes")
    for name, value in row["stages_ms"].items():
        print(f"    {name:<10}{value:7.1f} ms")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("--other")
    parser.add_argument("--runs", type=int, default=0, help="of each document; 0: 15 of the publication, 5 of the book")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    programs = {"": arguments.program, **({" (other)": arguments.other} if arguments.other else {})}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        characters = prose.write(folder / "book", 1_000_000)
        documents = {"the publication": (PROJECT / "content/aigc-talent-2023", arguments.runs or 15),
                     f"a book of {characters} characters": (folder / "book", arguments.runs or 5)}
        results = {}
        for title, (report, runs) in documents.items():
            files = {suffix: folder / f"out{number}.pdf" for number, suffix in enumerate(programs)}
            measured = {suffix: [] for suffix in programs}
            for suffix, program in programs.items():
                measure(program, report, files[suffix])  # files into the page cache
            for _ in range(runs):
                for suffix, program in programs.items():
                    measured[suffix].append(measure(program, report, files[suffix]))
            for suffix in programs:
                results[title + suffix] = describe(measured[suffix], pages_of(files[suffix]))
                print_row(title + suffix, results[title + suffix])
    if arguments.json:
        arguments.json.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
