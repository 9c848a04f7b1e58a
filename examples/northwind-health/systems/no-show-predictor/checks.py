"""Checks that a version of the no-show predictor has to pass before it is released."""


def check_gap_between_districts(reminders, appointments):
    """V-21: the share of patients who are reminded differs by less than 3 points."""
    shares = [reminders[district] / appointments[district] for district in appointments]
    gap = 100 * (max(shares) - min(shares))
    assert gap < 3, f"the gap is {gap:.1f} points"


def check_slots_stay(before, after):
    """V-22: a prediction never moves a slot."""
    assert before == after
