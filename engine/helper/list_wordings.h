/*
 * What Lua says, and what an author reads instead. The first row that fits
 * counts. Each includer defines RP_WORDING(pattern, test, sentence).
 *
 * In a pattern `*` stands for any text, as short as possible. A test other
 * than ANY must hold too; it may fill $5. In a sentence
 *   $1 .. $5  what the stars stood for
 *   $w1       the same as a kind of value: "nil" is "nothing"
 *   $?1       "; did you mean `...`?" when a word of the language is near
 *   $@        " of line 12" when Lua said where the bracket was opened
 */

/* Characters of another keyboard. */
RP_WORDING("* near '*'", WIDE,
           "`$2` is a full-width mark; outside quotes write `$5`")
RP_WORDING("* near '*'", FOREIGN, "`$2` cannot stand outside quotes")

/* Texts, comments and numbers that never end. */
RP_WORDING("unfinished string near <eof>", ANY,
           "the last text of the file has no closing quote")
RP_WORDING("unfinished string near '*'", ANY,
           "a text has no closing quote on its line: $1")
RP_WORDING("unfinished long string (starting at line *) near *", ANY,
           "the text that begins with [[ in line $1 is never closed with ]]")
RP_WORDING("unfinished long comment (starting at line *) near *", ANY,
           "the comment that begins in line $1 is never closed with ]]")
RP_WORDING("malformed number near '*'", ANY,
           "`$1` is no number; does it need quotes?")
RP_WORDING("* escape too large near '*'", ANY,
           "the number after this backslash is too large: $2")
RP_WORDING("UTF-8 value too large near '*'", ANY,
           "the number after this backslash is too large: $1")
RP_WORDING("hexadecimal digit expected near '*'", ANY,
           "a number in digits 0 to 9 and a to f belongs after this "
           "backslash: $1")
RP_WORDING("invalid escape sequence near '*'", ANY,
           "a backslash in this text is followed by a letter that means "
           "nothing; write \\\\ for a plain backslash: $1")

/* A table that goes on where it should not. */
RP_WORDING("'}' expected near <eof>", ANY,
           "the `{`$@ is never closed; a `}` is missing")
RP_WORDING("'}' expected near '='", ANY,
           "only a plain name can stand before this `=`; write "
           "[\"the name\"] = for any other")
RP_WORDING("'}' expected near ')'", ANY,
           "a `}` is missing before `)`; the `{`$@ is still open")
RP_WORDING("'}' expected near ']'", ANY,
           "a `}` is missing before `]`; the `{`$@ is still open")
RP_WORDING("'}' expected near 'end'", ANY,
           "a `}` is missing before `end`; the `{`$@ is still open")
RP_WORDING("'}' expected near ':'", ANY,
           "`:` cannot stand here; texts and times of day need quotes")
RP_WORDING("'}' expected near '*'", AFTER_WORD,
           "the name after `$5` needs quotes: $5 \"$1\" { ... }")
RP_WORDING("'}' expected near '*'", ANY, "a comma is missing before `$1`")

/* Other brackets and blocks. */
RP_WORDING("')' expected near <eof>", ANY,
           "the `(`$@ is never closed; a `)` is missing")
RP_WORDING("')' expected near '*'", ANY,
           "a comma or a `)` is missing before `$1`")
RP_WORDING("']' expected near '*'", ANY, "a `]` is missing before `$1`")
RP_WORDING("'end' expected near <eof>", ANY,
           "an `end` is missing for the block$@")
RP_WORDING("'end' expected near '*'", ANY,
           "an `end` is missing before `$1` for the block$@")
RP_WORDING("<eof> expected near '*'", ANY,
           "this `$1` closes nothing; there is one too many")

/* Something where nothing of its kind can stand. */
RP_WORDING("unexpected symbol near '}'", AFTER_SIGN,
           "a value is missing before `}`")
RP_WORDING("unexpected symbol near '}'", ANY,
           "this `}` closes nothing; there is one too many, or a `{` is "
           "missing")
RP_WORDING("unexpected symbol near ','", ANY,
           "a comma stands where a value belongs; are there two in a row?")
RP_WORDING("unexpected symbol near <eof>", ANY,
           "the file ends in the middle of something")
RP_WORDING("unexpected symbol near '*'", LUA_WORD,
           "`$1` is a word of Lua itself; as a name write [\"$1\"]")
RP_WORDING("unexpected symbol near '*'", ANY, "`$1` cannot stand here")
RP_WORDING("syntax error near ','", ANY,
           "a comma stands between two declarations; take it away")
RP_WORDING("syntax error near '='", ANY,
           "`=` cannot stand here; a declaration is written without it: word "
           "\"name\" { ... }")
RP_WORDING("syntax error near '*'", AFTER_WORD,
           "the name after `$5` needs quotes: $5 \"$1\" { ... }")
RP_WORDING("syntax error near <eof>", ANY,
           "the file ends in the middle of something")
RP_WORDING("syntax error near '*'", ANY,
           "`$1` cannot stand here; is a quote, a comma or a bracket missing "
           "before it?")
RP_WORDING("<name> expected near '*'", ANY, "a name is missing before `$1`")
RP_WORDING("<name> expected near <eof>", ANY,
           "a name is missing at the end of the file")
RP_WORDING("function arguments expected near *", ANY,
           "a call needs ( ), a text or a table after the name")
RP_WORDING("'=' or 'in' expected near *", ANY,
           "a loop is written for i = 1, 10 do or for key, value in "
           "pairs(t) do")
RP_WORDING("'*' expected near <eof>", ANY,
           "`$1` is missing at the end of the file")
RP_WORDING("'*' expected near '*'", ANY, "`$1` is missing before `$2`")
RP_WORDING("attempt to assign to const variable '*'", ANY,
           "`$1` was declared <const> and keeps its value")
RP_WORDING("no visible label '*' for <goto> at line *", ANY,
           "`goto $1` finds no ::$1:: it can reach")
RP_WORDING("label '*' already defined on line *", ANY,
           "::$1:: stands in line $2 already")
RP_WORDING("break outside loop at line *", ANY, "`break` stands in no loop")
RP_WORDING("too many * (limit is *) in *", ANY,
           "too many $1 at once (at most $2); put some of them into a table")
RP_WORDING("function or expression needs too many registers*", ANY,
           "this is too long for one expression; split it")

/* Values that are not what they should be. */
RP_WORDING("attempt to call a nil value (global '*')", ANY,
           "there is no word `$1`$?1")
RP_WORDING("attempt to call a nil value (local '*')", ANY,
           "`$1` has no value here, so it cannot be called")
RP_WORDING("attempt to call a nil value (upvalue '*')", ANY,
           "`$1` has no value here, so it cannot be called")
RP_WORDING("attempt to call a nil value (* '*')", ANY,
           "there is no function `$2` here")
RP_WORDING("attempt to call a nil value", ANY,
           "what is called here has no value")
RP_WORDING("attempt to call a * value (* '*')", ANY,
           "`$3` is $w1, and what follows it reads as a call; is a comma "
           "missing between them?")
RP_WORDING("attempt to call a * value", ANY,
           "$w1 is called as if it were a function; is a comma missing "
           "before a bracket or a text?")
RP_WORDING("attempt to index a nil value (* '*')", ANY,
           "`$2` has no value here, so nothing can be read from it")
RP_WORDING("attempt to index a * value (* '*')", ANY,
           "`$3` is $w1, so nothing can be read from it")
RP_WORDING("attempt to index a * value", ANY,
           "something is read from $w1, which has no parts")
RP_WORDING("attempt to concatenate a nil value (* '*')", ANY,
           "`$2` has no value here, so it cannot be joined to a text")
RP_WORDING("attempt to concatenate a * value (* '*')", ANY,
           "`$3` is $w1, so it cannot be joined to a text")
RP_WORDING("attempt to concatenate a * value", ANY,
           "$w1 cannot be joined to a text")
RP_WORDING("attempt to perform arithmetic on a nil value (* '*')", ANY,
           "`$2` has no value here, so nothing can be worked out with it")
RP_WORDING("attempt to perform arithmetic on a * value (* '*')", ANY,
           "`$3` is $w1, so nothing can be worked out with it")
RP_WORDING("attempt to perform arithmetic on a * value", ANY,
           "nothing can be worked out with $w1")
RP_WORDING("attempt to perform bitwise operation on a * value*", ANY,
           "bits can be taken from whole numbers only, not from $w1")
RP_WORDING("attempt to get length of a nil value (* '*')", ANY,
           "`$2` has no value here, so it has no length")
RP_WORDING("attempt to get length of a * value*", ANY, "$w1 has no length")
RP_WORDING("attempt to compare two * values", ANY,
           "$w1 and $w1 have no order, so they cannot be compared")
RP_WORDING("attempt to compare * with *", ANY,
           "$w1 cannot be compared with $w2")
RP_WORDING("attempt to * a '*' with a '*'", ANY,
           "nothing can be worked out with $w2 and $w3")
RP_WORDING("attempt to divide by zero", ANY, "a number is divided by zero")
RP_WORDING("attempt to perform 'n*0'", ANY, "a number is divided by zero")
RP_WORDING("'for' step is zero", ANY, "the step of a `for` cannot be 0")
RP_WORDING("bad 'for' * (number expected, got *)", ANY,
           "the $1 of a `for` must be a number, not $w2")
RP_WORDING("number* has no integer representation", ANY,
           "a whole number is needed here")
RP_WORDING("table index is nil", ANY, "the key in [ ] has no value here")
RP_WORDING("table index is NaN", ANY, "the key in [ ] is no number")

/* Functions of the libraries. */
RP_WORDING("bad argument #* to '*' (* expected, got *)", ANY,
           "value $1 of `$2` must be $w3, not $w4")
RP_WORDING("bad argument #* to '*' (*)", ANY,
           "value $1 of `$2` is not right: $3")
RP_WORDING("invalid value (*) at index * in table for 'concat'", ANY,
           "item $2 of the list given to `table.concat` is $w1, neither a text "
           "nor a number")
RP_WORDING("wrong number of arguments to 'insert'", ANY,
           "`table.insert` takes a list, perhaps a place, and a value")
RP_WORDING("invalid conversion '*' to 'format'", ANY,
           "`string.format` knows no `$1`")
RP_WORDING("malformed pattern (*)", ANY,
           "the pattern to look for is not right: $1")
RP_WORDING("pattern too complex", ANY,
           "the pattern to look for is too complicated")
RP_WORDING("too many results to unpack", ANY,
           "`table.unpack` hands out too many values")
RP_WORDING("invalid UTF-8 code", ANY, "this text is not UTF-8")
RP_WORDING("assertion failed!", ANY, "an `assert` of the file did not hold")

/* Limits. */
RP_WORDING("C stack overflow*", ANY,
           "brackets or calls are nested too deeply here")
RP_WORDING("stack overflow*", ANY, "a function calls itself without end")
RP_WORDING("not enough memory", ANY,
           "the file needs more memory than a scenario may use (96 MiB); is "
           "there a loop that never ends?")
