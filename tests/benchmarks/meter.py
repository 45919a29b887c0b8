"""Runs a command and prints what it cost: CPU seconds, wall seconds, peak memory in MB, as a list in JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

if __name__ == "__main__":
    start = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    print(json.dumps([used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024]))
    sys.exit(os.waitstatus_to_exitcode(status))
