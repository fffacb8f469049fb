from goru.pipelines.issuing.pictures import maps
from goru.pipelines.issuing.pictures.maps import Area, Outlines, Shade

OUTLINES = Outlines("0 0 10 10", {"gwangju": "m 1,1 1,0 0,1 z", "jeonnam": "m 0,0 5,0 0,5 z"})


def test_a_province_is_a_link_with_its_name_and_figure() -> None:
    area = Area(("gwangju",), "광주", "1.8조", "17,932억원", 2, "/2024/institutions/gwangju/")

    drawing = maps.drawn([area], [], OUTLINES, title="총액", description="광주 17,932억원")

    assert '<a href="/2024/institutions/gwangju/" aria-label="광주 17,932억원">' in drawing
    assert ">광주</tspan>" in drawing
    assert ">1.8조</tspan>" in drawing


def test_a_province_without_a_figure_has_its_name_alone() -> None:
    area = Area(("jeonnam",), "Jeonnam", "", "", 0, "/2024/institutions/jeonnam/")

    drawing = maps.drawn([area], [], OUTLINES, title="Members", description="")

    assert 'aria-label="Jeonnam"' in drawing
    assert ">Jeonnam</tspan>" in drawing
    assert drawing.count("<tspan ") == 1


def test_labels_have_a_rim_that_parts_them_from_borders() -> None:
    area = Area(("gwangju",), "광주", "1.8조", "17,932억원", 2, "/2024/institutions/gwangju/")

    drawing = maps.drawn([area], [], OUTLINES, title="총액", description="")

    assert 'paint-order="stroke" stroke="#ffffff"' in drawing
    assert "style=" not in drawing


def test_the_legend_says_each_shade_in_words() -> None:
    legend = [Shade(0, "0.93–1.98조원"), Shade(4, "4.59–5.47조원")]

    drawing = maps.drawn([], legend, OUTLINES, title="총액", description="")

    assert all(f">{one.label}</text>" in drawing for one in legend)
    assert all(f'fill="{maps.SHADES[shade]}"' in drawing for shade in (0, 4))


def test_a_merged_province_is_one_link_around_the_shapes_of_its_predecessors() -> None:
    shapes = ("gwangju", "jeonnam")
    area = Area(shapes, "전남광주", "5.0조", "5.0조원", 4, "/2027/institutions/jeonnam-gwangju/")

    drawing = maps.drawn([area], [], OUTLINES, title="총액", description="")

    assert drawing.count("<a ") == 1
    assert drawing.count("<path ") == 2
    assert "#58616a" not in drawing, "no border between what are no longer two"


def test_what_stands_in_a_name_cannot_become_markup() -> None:
    area = Area(("gwangju",), "<script>", "&", "&", 0, '"')

    drawing = maps.drawn([area], [Shade(0, "<script>")], OUTLINES, title="<b>", description="<i>")

    assert "<script>" not in drawing
    assert "&lt;b&gt;" in drawing


def test_a_province_without_a_total_has_a_shade_of_its_own_and_a_line_in_the_legend() -> None:
    area = Area(("gwangju",), "광주", "", "", None, "/2024/institutions/gwangju/")

    drawing = maps.drawn([area], [Shade(None, "총액 없음")], OUTLINES, title="총액", description="")

    assert drawing.count(f'fill="{maps.NONE}"') == 2
    assert maps.NONE not in maps.SHADES
