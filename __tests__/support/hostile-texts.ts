/** Texts that a vendor, or whoever talks to its bot, could send to do harm in a report. */

/** By what they try. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'a runner command': '::error title=x::owned',
  'a runner command in the middle of a line': 'so ##[error]owned and\r::set-output name=conclusion::passed',
  'an image with a handler': '<img src=x onerror=alert(1)>',
  'a Markdown image': '![x](https://evil.example/p.png)',
  'a link that runs': '[click](javascript:alert(1))',
  'a heading': '# Passed\n\n## All is well\n\n<h1>Passed</h1>',
  'bare addresses': 'https://evil.example www.evil.example somebody@evil.example',
  'a mention': '@octocat @github/security and #1 GH-1 octocat/hello#1',
  'table breaks': 'a | b \\| c |\n|---|\n| d |',
  'closing tags': '</code></pre></td></tr></tbody></table></details><h1>owned</h1><a href="https://evil.example">x</a>',
  'a blank line that ends the block': 'first\n\n<a href="https://evil.example">x</a>\n\n- item\n\n> quote',
  'code fences': '```\n~~~\n`` ` ``',
  'an entity': '&lt;img src=x&gt; &#60;h1&#62; &amp;',
  'a comment and CDATA': '<!-- ]]> --> <![CDATA[ x ]]>',
  'control characters': 'red \u0000\u0008\u001b[31m\u007f\u009b \ud800 \udc00 \ufffe \uffff end',
  'reordered text': 'abc \u202e\u2066gpj.exe\u2069 \u200b\u200d\ufeff',
  'line separators': 'one\u2028two\u2029three\u0085four\u000bfive',
  emoji: '👩‍👩‍👧 🎉 🏳️‍🌈',
  'the name of a prototype': '__proto__',
  'a formula': '=HYPERLINK("https://evil.example")',
}

/** A reply of one megabyte without a blank. */
export const LONG_REPLY = '🎉x'.repeat(350_000)
