//! What crosses the border: links for wikis and frames; results, requests and second opinions in a
//! link; results as files. Pure text in and out. Knows the quiz; knows no page, store or browser.

mod case;
mod code;
mod fault;
mod link;
mod opinion;
mod pasted;
mod picture;
mod result;
mod shared;
mod text;

pub use crate::share::case::{CaseLine, case_markdown};
pub use crate::share::code::{Kind, LONGEST, LONGEST_NAME, tidy_name};
pub use crate::share::fault::LinkFault;
pub use crate::share::link::Link;
pub use crate::share::opinion::{Reply, Request};
pub use crate::share::picture::{PictureColours, PictureWords, lean_svg};
pub use crate::share::result::{ResultFields, ResultText, result_json, result_markdown};
pub use crate::share::shared::{Shared, day_of, time_of};
