//! The record of a single value: a setting, a choice, a time, or a seen notice. Defines its format, not
//! which values exist.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::store::{StoreError, record};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SingleValue {
    /// Yes or no.
    Flag(bool),
    /// A number, or a time in milliseconds since 1970.
    Number(f64),
    /// A text.
    Text(String),
}

#[derive(Serialize, Deserialize)]
struct Record {
    schema: u32,
    value: SingleValue,
}

impl SingleValue {
    /// The version this app writes.
    pub(super) const SCHEMA: u32 = 1;

    /// Reads a record's text.
    pub(super) fn decode(key: &str, text: &str) -> Result<Self, StoreError> {
        let record: Record = record::decode(key, text, Self::SCHEMA)?;
        Ok(record.value)
    }

    /// The record's text, unless it is a number that JSON cannot express.
    pub(super) fn encode(self) -> Result<String, StoreError> {
        if let Self::Number(number) = self
            && !record::are_times(&[Some(number)])
        {
            return Err(StoreError::NotKept);
        }
        record::encode(&Record {
            schema: Self::SCHEMA,
            value: self,
        })
    }

    pub(super) const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Serialize for SingleValue {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => to.serialize_bool(*flag),
            Self::Number(number) => to.serialize_f64(*number),
            Self::Text(text) => to.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for SingleValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl Visitor<'_> for Any {
            type Value = SingleValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("yes or no, a number or a text")
            }

            fn visit_bool<E: Error>(self, flag: bool) -> Result<SingleValue, E> {
                Ok(SingleValue::Flag(flag))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<SingleValue, E> {
                Ok(SingleValue::Number(number))
            }

            #[allow(clippy::cast_precision_loss)] // beyond 2^53 it is none of this app's numbers
            fn visit_u64<E: Error>(self, number: u64) -> Result<SingleValue, E> {
                Ok(SingleValue::Number(number as f64))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<SingleValue, E> {
                Ok(SingleValue::Text(text.to_owned()))
            }
        }
        from.deserialize_any(Any)
    }
}
