//! The pieces pages are made of: each takes values and callbacks, and has a stylesheet of its name.
//! Knows no store, no route and no context.

mod basis;
mod expectation;
mod facts;
mod lean_line;
mod level_title;
mod matrix;
mod notice;
mod question;
mod reason_list;
mod rung_switch;
mod scheme_switch;
mod site_footer;
mod site_header;
mod station;
mod trail_map;

pub use basis::BasisNote;
pub use expectation::{ExpectationText, marked};
pub use facts::{Fact, Facts};
pub use lean_line::LeanLine;
pub use level_title::LevelTitle;
pub use matrix::{Matrix, MatrixCell, MatrixRow};
pub use notice::{Notice, Tone};
pub use question::{Choice, Question, Side};
pub use reason_list::{ReasonLine, ReasonList};
pub use rung_switch::RungSwitch;
pub use scheme_switch::SchemeSwitch;
pub use site_footer::SiteFooter;
pub use site_header::{NavLink, SiteHeader};
pub use station::{LeanMark, Station};
pub use trail_map::{LevelLink, TrailMap};
