"""What serves the pages stays light: libraries that only make publications and read books are not in it."""

import json
import subprocess
import sys

HEAVY = {"altair", "jsonschema", "kiwipiepy", "lxml", "numpy", "pandas", "pyarrow", "pypdfium2", "vl_convert"}
LOAD = (
    "import json, sys; from django.urls import get_resolver; from goru.config.wsgi import application;"
    "get_resolver().url_patterns; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
)


def test_the_web_process_loads_no_heavy_library() -> None:
    loaded = subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True, text=True).stdout

    assert HEAVY & set(json.loads(loaded)) == set()
