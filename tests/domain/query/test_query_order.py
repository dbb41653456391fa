from __future__ import annotations

from explog.domain.query.order import alphabetical, numerical


def test_ae_oe_and_aa_come_after_z_in_this_order() -> None:
    titles = ["Åben dør", "Zebra", "ærlig", "Øvelse", "abe", "Ål", "za", "zå", "zæ", "zø"]
    assert sorted(titles, key=alphabetical) == [
        "abe",
        "za",
        "Zebra",
        "zæ",
        "zø",
        "zå",
        "ærlig",
        "Øvelse",
        "Åben dør",
        "Ål",
    ]


def test_letters_count_alike_however_they_were_typed() -> None:
    assert alphabetical("A\u030aben") == alphabetical("Åben")


def test_quotation_marks_do_not_come_before_a() -> None:
    assert sorted(["»Tak«", "abe", "  sol", "*"], key=alphabetical) == [
        "*",
        "abe",
        "  sol",
        "»Tak«",
    ]


def test_keys_are_counted() -> None:
    keys = ["BØR-01", "AMB-100", "LYS-02", "AMB-99", "BS-03", "AMB-02"]
    assert sorted(keys, key=numerical) == [
        "AMB-02",
        "AMB-99",
        "AMB-100",
        "BS-03",
        "BØR-01",
        "LYS-02",
    ]
