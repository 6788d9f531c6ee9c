//! Form memory, compressed: texts in any alphabet take little room. The unpacked size is bounded too.

use std::io::{Read, Write};

use serde::{Serialize, de::DeserializeOwned};

use crate::ui::FormMemory;

/// A kept form is at most this large. 20,000 characters of prose fit, whatever their alphabet.
pub const MAX_BYTES: usize = 32 * 1024;
/// Unpacking stops here (a decompression bomb); a form is smaller.
const MAX_UNPACKED: u64 = 2 * 1024 * 1024;

/// A form that takes no more than [`MAX_BYTES`]. Where it is too large, its longest fields are left out.
pub fn fit(mut memory: FormMemory) -> FormMemory {
    for (_, value) in &mut memory.fields {
        // The checks take these out anyhow, and JSON writes each as six bytes.
        value.retain(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    }
    while pack(&memory).len() > MAX_BYTES
        && let Some(longest) = (0..memory.fields.len()).max_by_key(|i| memory.fields[*i].1.len())
    {
        memory.fields.remove(longest);
    }
    memory
}

pub fn pack(value: &impl Serialize) -> Vec<u8> {
    let json = serde_json::to_vec(value).unwrap_or_default();
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 20);
    // Writing into a `Vec` cannot fail.
    _ = packer.write_all(&json);
    packer.into_inner()
}

pub fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    let mut json = Vec::new();
    brotli::Decompressor::new(packed, 4096).take(MAX_UNPACKED).read_to_end(&mut json).ok()?;
    serde_json::from_slice(&json).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(text: String) -> FormMemory {
        let fields = vec![("title".to_string(), "Gärtner".to_string()), ("description".to_string(), text)];
        FormMemory { page: "/".to_string(), action: "/api/save_posting".to_string(), fields }
    }

    /// Words as language has them: some often, most seldom.
    fn prose(words: &[&str]) -> String {
        let (mut text, mut state) = (String::new(), 7_u64);
        while text.chars().count() < 19_980 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (state >> 33) as usize % (1 + (state >> 40) as usize % words.len());
            text.push_str(words[at]);
            text.push(' ');
        }
        text
    }

    #[test]
    fn a_long_text_in_any_alphabet_comes_back() {
        let alphabets: [&[&str]; 5] = [
            &["we", "look", "for", "gardeners", "who", "like", "old", "trees"],
            &["мы", "ищем", "садовника", "который", "любит", "деревья", "и", "людей"],
            &["نبحث", "عن", "بستاني", "يحب", "الأشجار", "القديمة", "والناس"],
            &["我们", "正在", "寻找", "一位", "热爱", "古树", "的", "园丁"],
            &["👩‍💻", "🌳", "🪴", "👨‍👩‍👧‍👦", "🇦🇹", "🧑🏽‍🌾", "❤️"],
        ];
        for words in alphabets {
            let typed = memory(prose(words));
            assert_eq!(fit(typed.clone()), typed);
            assert_eq!(unpack::<FormMemory>(&pack(&typed)), Some(typed));
        }
    }

    #[test]
    fn what_does_not_fit_leaves_the_rest() {
        let mut state = 1_u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (state >> 8) % 20_000).unwrap()
        });
        let kept = fit(memory(noise.take(60_000).collect()));
        assert_eq!(kept.fields, [("title".to_string(), "Gärtner".to_string())]);
    }

    #[test]
    fn control_characters_take_no_room() {
        assert_eq!(fit(memory("\u{1}\u{0}a\r\nb".into())).fields[1].1, "a\r\nb");
    }

    #[test]
    fn what_is_no_form_is_none() {
        let bomb = pack(&"x".repeat(MAX_UNPACKED as usize + 1));
        assert!(bomb.len() < 1024);
        assert_eq!(unpack::<String>(&bomb), None, "only so much is unpacked");
        assert_eq!(unpack::<FormMemory>(b"nonsense"), None);
    }
}
