from goru.pipelines.publishing.pictures import maps
from goru.pipelines.publishing.pictures.maps import Area, Outlines

OUTLINES = Outlines("0 0 10 10", {"gwangju": "m 1,1 1,0 0,1 z", "south-jeolla": "m 0,0 5,0 0,5 z"})


def test_a_province_is_a_link_with_its_name_and_figure() -> None:
    area = Area(("gwangju",), "광주", "1.8조", 2, "/2024/institutions/gwangju/")

    drawing = maps.drawn([area], OUTLINES, title="총액", description="광주 1.8조")

    assert '<a href="/2024/institutions/gwangju/" aria-label="광주 1.8조">' in drawing
    assert ">광주</text>" in drawing
    assert ">1.8조</text>" in drawing


def test_a_merged_province_is_one_link_around_the_shapes_of_its_predecessors() -> None:
    area = Area(("gwangju", "south-jeolla"), "전남광주", "5.0조", 4, "/2027/institutions/jeonnam-gwangju/")

    drawing = maps.drawn([area], OUTLINES, title="총액", description="")

    assert drawing.count("<a ") == 1
    assert drawing.count("<path ") == 2
    assert "#58616a" not in drawing, "no border between what are no longer two"


def test_what_stands_in_a_name_cannot_become_markup() -> None:
    area = Area(("gwangju",), "<script>", "&", 0, '"')

    drawing = maps.drawn([area], OUTLINES, title="<b>", description="<i>")

    assert "<script>" not in drawing
    assert "&lt;b&gt;" in drawing
