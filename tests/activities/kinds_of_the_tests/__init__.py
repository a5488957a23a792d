"""Kinds that live, to prove that the contract carries them. They exist only in the tests."""
