//! What the pages in this repository point to is there.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All Markdown files but those that builds make.
fn pages() -> Vec<PathBuf> {
    let mut folders = vec![root()];
    let mut pages = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("it has entries").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                let is_built = matches!(&*name, "target" | "book") || name.starts_with('.');
                folders.extend((!is_built).then_some(path));
            } else if path.extension().is_some_and(|ending| ending == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// Without blocks of code.
fn prose(page: &str) -> String {
    let parts = page.split("```").step_by(2);
    parts.collect()
}

/// What a page points to: links, pictures, and the attributes of HTML.
fn targets(page: &str) -> Vec<String> {
    let prose = prose(page);
    let mut targets = Vec::new();
    for (begin, end) in [("](", ')'), (" src=\"", '"'), ("srcset=\"", '"')] {
        let parts = prose.split(begin).skip(1);
        targets.extend(parts.filter_map(|part| Some(part.split_once(end)?.0.to_owned())));
    }
    targets
}

/// The anchor that GitHub and mdBook give a heading.
fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn every_link_to_a_file_or_a_heading_resolves() {
    let mut checked = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).expect("the page is UTF-8");
        for target in targets(&text) {
            // Elsewhere, or a path of Rust in a page that rustdoc includes.
            if target.contains("://") || target.contains("::") || target.starts_with("crate#") {
                continue;
            }
            checked += 1;
            let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
            let file = match file {
                "" => page.clone(),
                file => page.with_file_name(file),
            };
            let at = page.display();
            assert!(file.exists(), "{at} points to {target}, which is not there");
            if !heading.is_empty() {
                let text = fs::read_to_string(&file).expect("the page is UTF-8");
                let prose = prose(&text);
                let mut headings = prose.lines().filter(|line| line.starts_with('#'));
                assert!(
                    headings.any(|line| anchor(line) == heading),
                    "{at} points to {target}: no such heading"
                );
            }
        }
    }
    assert!(checked > 50, "{checked} links");
}

#[test]
fn every_chapter_of_the_guide_is_tested() {
    let summary = fs::read_to_string(root().join("guide/src/SUMMARY.md")).expect("it is there");
    let tested = include_str!("../../src/lib.rs");
    let chapters = targets(&summary);
    assert!(chapters.len() >= 10, "{chapters:?}");
    for chapter in chapters {
        assert!(
            tested.contains(&format!("guide/src/{chapter}")),
            "{chapter}"
        );
    }
}

#[test]
fn the_readme_is_read_aloud_in_three_minutes() {
    let text = fs::read_to_string(root().join("README.md")).expect("it is there");
    let lines = text.lines().count();
    let prose = prose(&text);
    let spoken = prose.lines().filter(|line| !line.starts_with('|'));
    let words: usize = spoken.map(|line| line.split_whitespace().count()).sum();
    assert!(lines <= 150 && words <= 550, "{lines} lines, {words} words");
}
