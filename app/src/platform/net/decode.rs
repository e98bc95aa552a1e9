//! Answers from the browser's own JSON into our types.
//!
//! The browser parses JSON in any case; reading its objects takes a fraction of the code that a parser of our own
//! takes for each type. A structure is read field by field in its order, so unknown fields are passed over, and what
//! is absent counts as empty: no text, no items, no value, `false`.

use js_sys::{Array, Reflect};
use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, SeqAccess, Visitor,
};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value; nothing where it is not of the type.
pub fn decode<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Value(value)).ok()
}

/// That something is not of its type. Which, nobody is told: an answer that cannot be read is strange as a whole.
#[derive(Debug, thiserror::Error)]
#[error("not of the type")]
struct Mismatch;

impl Error for Mismatch {
    fn custom<T: std::fmt::Display>(_message: T) -> Self {
        Self
    }
}

struct Value(JsValue);

impl Value {
    fn is_absent(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    #[inline(never)]
    fn text(self) -> Result<String, Mismatch> {
        if self.is_absent() { Ok(String::new()) } else { self.0.as_string().ok_or(Mismatch) }
    }

    #[inline(never)]
    fn number(self) -> Result<f64, Mismatch> {
        self.0.as_f64().ok_or(Mismatch)
    }

    #[inline(never)]
    fn items(self) -> Result<Array, Mismatch> {
        if self.is_absent() { Ok(Array::new()) } else { self.0.dyn_into().map_err(|_| Mismatch) }
    }
}

macro_rules! numbers {
    ($($method:ident => $visit:ident as $kind:ty;)+) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
                visitor.$visit(self.number()? as $kind)
            }
        )+
    };
}

macro_rules! refused {
    ($($method:ident($($name:ident: $kind:ty),*);)+) => {
        $(
            fn $method<V: Visitor<'de>>(self, $($name: $kind,)* _visitor: V) -> Result<V::Value, Mismatch> {
                Err(Mismatch)
            }
        )+
    };
}

impl<'de> Deserializer<'de> for Value {
    type Error = Mismatch;

    numbers! {
        deserialize_i8 => visit_i64 as i64;
        deserialize_i16 => visit_i64 as i64;
        deserialize_i32 => visit_i64 as i64;
        deserialize_i64 => visit_i64 as i64;
        deserialize_u8 => visit_u64 as u64;
        deserialize_u16 => visit_u64 as u64;
        deserialize_u32 => visit_u64 as u64;
        deserialize_u64 => visit_u64 as u64;
        deserialize_f32 => visit_f64 as f64;
        deserialize_f64 => visit_f64 as f64;
    }

    // Nothing that the server answers is of these.
    refused! {
        deserialize_char();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_map();
        deserialize_tuple(_length: usize);
        deserialize_unit_struct(_name: &'static str);
        deserialize_tuple_struct(_name: &'static str, _length: usize);
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.is_absent() {
            visitor.visit_bool(false)
        } else {
            visitor.visit_bool(self.0.as_bool().ok_or(Mismatch)?)
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.is_absent() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_seq(Items { items: self.items()?, at: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        if !self.0.is_object() {
            return Err(Mismatch);
        }
        visitor.visit_seq(Fields { object: self.0, names: fields.iter() })
    }

    /// Only enums of plain words are answered.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let word: StringDeserializer<Mismatch> = self.text()?.into_deserializer();
        visitor.visit_enum(word)
    }
}

struct Items {
    items: Array,
    at: u32,
}

impl Items {
    #[inline(never)]
    fn next(&mut self) -> Option<Value> {
        (self.at < self.items.length()).then(|| {
            self.at += 1;
            Value(self.items.get(self.at - 1))
        })
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        self.next().map(|item| seed.deserialize(item)).transpose()
    }
}

struct Fields {
    object: JsValue,
    names: std::slice::Iter<'static, &'static str>,
}

impl Fields {
    #[inline(never)]
    fn next(&mut self) -> Option<Value> {
        let name = self.names.next()?;
        // Reading a property of an object fails for getters alone, which JSON has not.
        Some(Value(Reflect::get(&self.object, &JsValue::from_str(name)).unwrap_or_default()))
    }
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        self.next().map(|field| seed.deserialize(field)).transpose()
    }
}
