//! A page to step through both passes of a graph.

mod details;
mod json;
mod steps;

use super::picture::Picture;
use super::svg;
use crate::graph::Graph;
use steps::Steps;

const PAGE: &str = include_str!("html/page.html");
const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

pub(super) fn write(graph: &Graph, picture: &Picture, precision: usize) -> String {
    // A folded graph is looked at as a whole.
    let is_folded = picture.note.is_some();
    let (steps, details) = if is_folded {
        (Steps::none(), details::of_groups(picture))
    } else {
        let steps = Steps::of(graph, picture, precision);
        let details = details::of_nodes(graph, steps.adjoints());
        (steps, details)
    };
    let letters = steps.longest_label();
    let data = format!("{{\"steps\":{},\"details\":{details}}}", steps.to_json());
    // Split and joined, so that no text of the user is taken for a mark of the page.
    let mut page = String::new();
    for part in PAGE.split_inclusive("-->") {
        let (before, filling) = match part.split_once("<!--") {
            Some((before, "STYLE-->")) => (before, STYLE.to_owned()),
            Some((before, "DRAWING-->")) => (before, svg::write(picture, letters)),
            Some((before, "DATA-->")) => (before, data.clone()),
            Some((before, "SCRIPT-->")) => (before, SCRIPT.to_owned()),
            _ => (part, String::new()),
        };
        page.push_str(before);
        page.push_str(&filling);
    }
    page
}
