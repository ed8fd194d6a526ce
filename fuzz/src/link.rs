//! Mutates links field by field, with a matching checksum, so that the code behind the checksum is
//! reached. Computes its own checksum: reusing the app's would hide a mistake in it.

use ladder_explorer::quiz::{Answer, Answers, Quiz};
use ladder_explorer::share::{Reply, Request, Shared};
use libfuzzer_sys::fuzzer_mutate;

use crate::chance::Chance;

/// Mutates the `size` bytes at the start of `data`: a new link, one with a field changed, or any bytes.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32, quiz: &Quiz) -> usize {
    let chance = &mut Chance::new(seed);
    let text = std::str::from_utf8(&data[..size]).ok();
    let changed = match chance.below(8) {
        0 => made(quiz, chance),
        1 => None,
        _ => text.and_then(|text| changed(text, chance)),
    };
    match changed {
        Some(link) if link.len() <= most => {
            data[..link.len()].copy_from_slice(link.as_bytes());
            link.len()
        }
        _ => fuzzer_mutate(data, size, most),
    }
}

/// A link as the app writes it, with random fields.
pub fn made(quiz: &Quiz, chance: &mut Chance) -> Option<String> {
    let form = chance.one(&quiz.forms);
    let mut answers = Answers::default();
    for item in &form.items {
        match u8::try_from(chance.below(7)).unwrap_or(0) {
            category @ 0..=4 => answers.set(item, Answer::Category(category)),
            5 => answers.set(item, Answer::NotSure),
            _ => {}
        }
    }
    let name = chance.one(&[None, Some("Zoë"), Some("李小龍 👩🏽‍💻"), Some("a\u{202e}b")]);
    let name = name.map(str::to_owned);
    let attempt = format!("{:x}-{:x}", chance.below(1 << 30), chance.below(1 << 20));
    let request = Request {
        quiz: quiz.id.clone(),
        quiz_version: quiz.version,
        form: form.id.clone(),
        attempt,
        name: name.clone(),
    };
    let reply: Reply = request.clone().reply(name.as_deref(), answers.clone());
    let mut shared = Shared {
        quiz: quiz.id.clone(),
        quiz_version: quiz.version,
        form: form.id.clone(),
        name,
        answers,
        today: std::collections::BTreeMap::new(),
        taken: chance.once_in(2).then_some(20_000),
    };
    if chance.once_in(2) {
        for behaviour in &quiz.behaviours {
            let step = u8::try_from(chance.below(3)).unwrap_or(0);
            shared.today.insert(behaviour.id.clone(), step);
        }
    }
    match chance.below(3) {
        0 => request.write(quiz),
        1 => reply.write(quiz),
        _ => shared.write(quiz),
    }
    .ok()
}

fn changed(text: &str, chance: &mut Chance) -> Option<String> {
    let (body, _) = text.rsplit_once('.')?;
    let mut fields: Vec<String> = body.split('.').map(str::to_owned).collect();
    let (one, other) = (chance.below(fields.len()), chance.below(fields.len()));
    match chance.below(8) {
        0 => drop(fields.remove(one)),
        1 => fields.swap(one, other),
        2 => fields.insert(other, fields[one].clone()),
        3 => {
            let word = chance
                .one(&[
                    "",
                    "0",
                    "00",
                    "4294967295",
                    "4294967296",
                    "-1",
                    "f".repeat(160).as_str(),
                ])
                .to_string();
            fields[one] = word;
        }
        4 => fields[one] = fields[one].repeat(chance.below(60)),
        5 => {
            let letter = chance.one(&["r", "o", "a", "r2", "r0", "a1", "o1", "r1"]);
            fields[0] = (*letter).to_owned();
        }
        _ => {
            let mut bytes = fields[one].clone().into_bytes();
            let size = bytes.len();
            bytes.resize(size + 8, 0);
            let most = bytes.len();
            let size = fuzzer_mutate(&mut bytes, size, most);
            fields[one] = String::from_utf8_lossy(&bytes[..size]).into_owned();
        }
    }
    let body = fields.join(".");
    let sum = crc(body.as_bytes());
    Some(format!("{body}.{sum:08x}"))
}

/// CRC-32 (ISO-HDLC), bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                (sum >> 1) ^ 0xedb8_8320
            } else {
                sum >> 1
            };
        }
    }
    !sum
}
