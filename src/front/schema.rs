//! The fields of a kind as a JSON Schema (draft 2020-12), for editors that complete and check while typing.

use super::{Field, Type};
use serde_json::{Map, Value, json};

/// The schema of one kind's front matter.
pub fn json_schema(name: &str, title: &str, fields: &[Field]) -> Value {
    let mut schema = record(fields);
    if let Some(map) = schema.as_object_mut() {
        map.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        map.insert("$id".into(), json!(format!("klartext:{name}")));
        map.insert("title".into(), json!(title));
        if let Some(art) = map.get_mut("properties").and_then(|p| p.get_mut("art")) {
            *art = json!({ "const": name, "description": title });
        }
    }
    schema
}

fn record(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut value = of(&field.ty);
        if let Some(map) = value.as_object_mut() {
            map.insert("description".into(), json!(field.help));
            if field.required && matches!(field.ty, Type::List(_)) {
                map.insert("minItems".into(), json!(1));
            }
        }
        properties.insert(field.key.into(), value);
    }
    let required: Vec<&str> = fields.iter().filter(|f| f.required).map(|f| f.key).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn of(ty: &Type) -> Value {
    match ty {
        // A YAML reader hands a bare number over as a number; as a text it is just as good here.
        Type::Text => json!({ "type": ["string", "integer"], "minLength": 1 }),
        Type::Id => json!({ "type": ["string", "integer"], "pattern": "^[a-z0-9]+(-+[a-z0-9]+)*$" }),
        Type::Date => json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }),
        Type::Time => json!({ "type": "string", "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$" }),
        Type::Bool => json!({ "type": "boolean" }),
        Type::Int(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Type::Choice(words) => {
            let options: Vec<Value> =
                words.iter().map(|(word, meaning)| json!({ "const": word, "description": meaning })).collect();
            json!({ "oneOf": options })
        }
        Type::Form(_, _, pattern) => json!({ "type": ["string", "integer"], "pattern": pattern }),
        Type::List(inner) => json!({ "type": "array", "items": of(inner) }),
        Type::OneOrMore(inner) => {
            json!({ "anyOf": [of(inner), { "type": "array", "items": of(inner), "minItems": 1 }] })
        }
        Type::Record(fields) => record(fields),
        Type::Map(keys, inner) => {
            json!({ "type": "object", "propertyNames": { "description": keys }, "additionalProperties": of(inner) })
        }
        Type::TextOr(fields) => json!({ "anyOf": [{ "type": ["string", "integer"] }, record(fields)] }),
    }
}
