"""Which reports tell one story: groups of reports, and those that are set aside."""

from twosource.stories.aside import set_aside
from twosource.stories.cluster import Group, cluster

__all__ = ["Group", "cluster", "set_aside"]
