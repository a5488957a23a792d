"""The `facilitator` command. Boots first, so that nothing is imported before it is patched."""

from facilitator import _boot

_boot.patch()


def main() -> None:
    """Run the command line."""
    from facilitator.cli import cli

    cli(prog_name="facilitator")


if __name__ == "__main__":
    main()
