"""Checking a draft: is each document that it cites cited rightly, and is it still in force?"""

from service.checking.verdicts import Checker

__all__ = ["Checker"]
