"""The rules: each a small function that yields what it finds, under an id that begins with the clause."""
from dataclasses import dataclass

RULES = {}


@dataclass(frozen=True)
class Finding:
    rule: str
    where: str
    what: str

    def __str__(self):
        return f"{self.rule}: {self.where}: {self.what}"


def rule(name):
    """Registers a generator of (where, what). `name` is the clause of ISO 15930-7:2010, a slash, and a few words."""
    def register(function):
        if name in RULES:
            raise ValueError(f"two rules are called {name}")
        if not function.__doc__:
            raise ValueError(f"{name} does not say what it demands")
        RULES[name] = function
        return function
    return register


def findings(document):
    """What all rules find, each thing once."""
    seen = {}
    for name, function in RULES.items():
        for where, what in function(document):
            seen.setdefault(Finding(name, where, what))
    return list(seen)
