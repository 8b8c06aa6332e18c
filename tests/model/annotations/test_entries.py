"""What the shipped atlas knows beyond the scene: spaces, vessels, ligaments and deficits, found by their names."""

import pytest

from tests.model.annotations.small_file import REAL
from viewer.model.annotations.load import load
from viewer.model.answers.search import search
from viewer.model.atlas.atlas import Atlas, Kind, Row, Status

ENTRIES = {  # id: its kind, and words that must stand in its facts
    "femoral_triangle_right": (Kind.REGION, ("inguinal ligament", "sartorius", "adductor longus", "sheath")),
    "muscular_space_left": (Kind.REGION, ("Iliopsoas and the femoral nerve", "iliopubic eminence")),
    "vascular_space_left": (Kind.REGION, ("femoral artery", "femoral vein")),
    "inguinal_region": (Kind.REGION, ("pubic tubercle", "inguinal canal")),
    "topic_nerve_deficits": (Kind.TOPIC, ("knee jerk", "adduction", "cremasteric reflex")),
    "topic_dermatomes": (Kind.TOPIC, ("Keegan", "overlap")),
    "topic_lesser_trochanter_avulsion": (Kind.TOPIC, ("growth plate", "metastasis")),
    "iliopsoas_right": (Kind.MUSCLE, ("strongest flexor", "gluteus maximus", "Psoas minor")),
    "abdominal_aorta": (Kind.ARTERY, ("L4", "left psoas", "pulse")),
    "inferior_vena_cava": (Kind.VEIN, ("L5", "right psoas")),
    "common_iliac_artery_left": (Kind.ARTERY, ("medial side of psoas", "ureter")),
    "external_iliac_artery_left": (Kind.ARTERY, ("medial border of psoas",)),
    "iliolumbar_artery_right": (Kind.ARTERY, ("behind psoas", "obturator nerve")),
    "ascending_lumbar_vein_right": (Kind.VEIN, ("behind psoas", "azygos")),
    "femoral_artery_right": (Kind.ARTERY, ("capsule of the hip joint", "femoral nerve lies a finger lateral")),
    "inguinal_lymph_nodes_right": (Kind.LYMPH_NODE, ("Cloquet",)),
    "lumbar_lymph_nodes": (Kind.LYMPH_NODE, ("origin of psoas",)),
    "inguinal_ligament_left": (Kind.LIGAMENT, ("anterior superior iliac spine", "pubic tubercle")),
    "iliofemoral_ligament_left": (Kind.LIGAMENT, ("strongest ligament", "intertrochanteric line")),
    "medial_arcuate_ligament_right": (Kind.LIGAMENT, ("transverse process of L1",)),
    "interosseous_sacroiliac_ligament_right": (Kind.LIGAMENT, ("strongest",)),
    "diaphragm": (Kind.MUSCLE, ("crura", "arcuate")),
}
NERVES = ("femoral", "obturator", "lateral_femoral_cutaneous", "ilioinguinal", "iliohypogastric", "genitofemoral")
ASKED = {  # what a learner types: what must be among the first
    "inguinal ligament": "inguinal_ligament_right",
    "aorta": "abdominal_aorta",
    "femoral triangle": "femoral_triangle_right",
    "groin": "inguinal_region",
    "iliopsoas": "iliopsoas_right",
    "LFCN": "lateral_femoral_cutaneous_nerve_right",
    "QL": "quadratus_lumborum_right",
    "SIJ": "interosseous_sacroiliac_ligament_right",
    "meralgia": "topic_nerve_deficits",
    "dermatome L2": "topic_dermatomes",
    "IVC": "inferior_vena_cava",
    "Leistenband": "inguinal_ligament_right",
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(REAL)


def table(atlas: Atlas, structure: str, heading: str) -> list[tuple[str, ...]]:
    (section,) = (one for one in atlas.known[structure].more if one.heading == heading)
    return [fact.cells for fact in section.facts if isinstance(fact, Row)]


@pytest.mark.parametrize("name", ENTRIES)
def test_entry_is_known_and_says_what_matters(atlas: Atlas, name: str) -> None:
    kind, words = ENTRIES[name]
    entry = atlas.known[name]
    told = " ".join(fact.text for fact in entry.facts())
    assert entry.kind is kind
    assert [word for word in words if word not in told] == []


def test_triangle_holds_nerve_artery_vein_and_lymph_from_lateral(atlas: Atlas) -> None:
    order = [cells[1] for cells in table(atlas, "femoral_triangle_left", "Contents, from lateral to medial")]
    assert [words.split()[1] for words in order[:3]] == ["nerve", "artery", "vein"]
    assert order[3].startswith("Lymph")


def test_deficits_are_a_table_and_stand_with_each_nerve(atlas: Atlas) -> None:
    rows = table(atlas, "topic_nerve_deficits", "Nerve by nerve")
    assert len(rows) == len(NERVES)
    reflexes = {cells[0].split()[0]: cells[3] for cells in rows}
    assert reflexes["Femoral"].startswith("Knee jerk")
    assert reflexes["Lateral"] == "None"
    for nerve in NERVES:
        assert atlas.fact(f"{nerve}_nerve_left.deficit.signs")


def test_dermatomes_tell_both_charts(atlas: Atlas) -> None:
    rows = table(atlas, "topic_dermatomes", "Root by root")
    assert [cells[0] for cells in rows] == ["L1", "L2", "L3", "L4"]
    assert all(many != others for _, many, others in rows)
    assert atlas.fact("topic_dermatomes.derm.l4")[1].status is Status.DISPUTED


def test_vessels_beside_psoas_carry_a_caution(atlas: Atlas) -> None:
    for name in ("abdominal_aorta", "inferior_vena_cava", "external_iliac_artery_right", "femoral_artery_right"):
        assert any(section.heading == "When touching" for section in atlas.known[name].more), name


def test_femur_tells_of_the_lesser_trochanter(atlas: Atlas) -> None:
    assert "metastasis" in atlas.fact("femur_right.lesser.avulsion")[1].text


def test_nothing_that_is_agreed_here_rests_only_on_texts_that_were_not_seen(atlas: Atlas) -> None:
    names = (*ENTRIES, *(f"{nerve}_nerve_right" for nerve in NERVES))
    assert len(names) > 20
    for name in names:
        for fact in atlas.known[name].facts():
            if name in ENTRIES or fact.id.endswith("deficit.signs"):
                seen = any(atlas.sources[source].checked for source in fact.sources)
                assert seen or fact.status is not Status.AGREED, fact.id


@pytest.mark.parametrize("typed", ASKED)
def test_search_finds(atlas: Atlas, typed: str) -> None:
    assert ASKED[typed] in search(atlas, typed, unmodelled=True)[:8]
