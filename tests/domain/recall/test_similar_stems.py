from __future__ import annotations

import pytest

from explog.domain.recall.stems import firsts, heads, same, stem, telling


@pytest.mark.parametrize(
    "forms",
    [
        "møde mødet møder møderne mødernes mødets",
        "tjekliste tjeklisten tjeklister tjeklisterne",
        "billede billedet billeder billederne",
        "dæmpe dæmper dæmpede dæmpning",
        "udeblive udebliver udeblivelse udeblivelser",
        "hurtig hurtigt hurtigere",
        "skærm skærme skærmen",
        "barn barnet børn børnene",
        "stop stops stopped stopping",
        "story stories",
        "inspect inspects inspected inspection",
        "child children",
    ],
)
def test_the_forms_of_a_word_meet(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("bil", "billede"), ("tavle", "taske"), ("tid", "tiger"), ("mål", "mand")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_the_parts_of_a_compound_may_be_joined_by_s_or_e() -> None:
    assert "dags" not in firsts("dagsskema")
    assert "skema" in heads("dagsskema")
    assert {"vagt", "vagtskifte"} & set(firsts("vagtskiftemøde")) == {"vagt", "vagtskifte"}
    assert "ansvar" in firsts("ansvarsområde")


def test_words_that_link_and_numbers_say_nothing() -> None:
    assert [*telling("Vi tror, at 12 færre biler i GÅRDEN er bedre")] == ["tror", "biler", "gården"]


def test_words_for_the_same_thing_meet_across_the_languages() -> None:
    assert stem("checklist") in same()[stem("tjekliste")]
