"""The sweep of fault runs is asked for by name (`FAULTS=1`): some of its judgements still depend on a quiet machine."""

import os

collect_ignore = [] if os.environ.get("FAULTS") else ["test_sweep.py"]
