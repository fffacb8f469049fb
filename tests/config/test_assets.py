from pathlib import Path

from goru.config.assets import install, install_lacked_letters

CSS = """/* [1] */
@font-face {
  font-family: 'Noto Sans KR Variable';
  src: url(./files/signs.woff2) format('woff2-variations');
  unicode-range: U+2160-216b,U+33a1;
}
/* [2] */
@font-face {
  font-family: 'Noto Sans KR Variable';
  src: url(./files/syllables.woff2) format('woff2-variations');
  unicode-range: U+ac00-ac0f;
}
"""


def test_only_the_parts_of_the_font_with_letters_that_are_lacked_are_installed(tmp_path: Path) -> None:
    package, target = tmp_path / "package", tmp_path / "krds"
    for folder in (package / "files", target / "fonts", target / "css"):
        folder.mkdir(parents=True)
    (package / "index.css").write_text(CSS)
    for name in ("signs", "syllables"):
        (package / "files" / f"{name}.woff2").write_bytes(b"font")
    (target / "css" / "fonts.css").write_text("/* first */\n")

    install_lacked_letters(package, target)

    faces = (target / "css" / "fonts.css").read_text()
    assert faces.startswith("/* first */\n@font-face")
    assert "font-family: 'Noto Sans KR';" in faces
    assert "url(../fonts/signs.woff2)" in faces
    assert "syllables" not in faces
    assert [file.name for file in (target / "fonts").iterdir()] == ["signs.woff2"]


def test_sizes_are_counted_for_the_letters_a_reader_has_set(tmp_path: Path) -> None:
    source, target = tmp_path / "krds", tmp_path / "assets"
    (source / "css" / "token").mkdir(parents=True)
    (source / "fonts").mkdir()
    (source / "css" / "token" / "krds_tokens.css").write_text(
        ":root { --krds-number-8: 1.6rem; --krds-number-0: 0rem; --krds-ink: #1e2124; }\n/*# sourceMappingURL=x.map */"
    )
    for weight in ("Regular", "Bold"):
        (source / "fonts" / f"PretendardGOV-{weight}.subset.woff2").write_bytes(b"font")

    install(source, target)

    tokens = (target / "css" / "tokens.css").read_text()
    assert tokens == ":root { --krds-number-8: 1rem; --krds-number-0: 0rem; --krds-ink: #1e2124; }\n"
    assert (target / "css" / "fonts.css").read_text().count("@font-face") == 2
