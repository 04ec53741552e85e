<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>cxdesigner</name>
    <message>
        <source>"{field}" of the object with the id "{id}"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring back discarded changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Don’t add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Feeling in a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to linked card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hands over to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hold timer, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mean of all personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Menu of what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next persona's curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quick capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the active curve with its notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reverse link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settle conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Solves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Split stage here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stages and steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not there any more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, {n} answers</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>--only takes {names}, such as persona=Marta, and not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 card went with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 card went with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 comment is not in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 emotion is not in the table, since the map does not show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hidden lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hidden lane is not in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 link is not in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 open comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 or 2 chooses and goes on, Enter goes on without choosing. Every choice can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page of {width} × {height} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 pain point has no action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture has only {least} pixels to an inch here; 150 and more look sharp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture is not in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 round of votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 text replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing in it is not as it should be: {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing was changed on both sides of a merge: both are kept in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing was changed on both sides: it is as it was, and both are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1, 2 or 3 chooses and goes on, Enter goes on without choosing. Every choice can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ballot needs a persona on the map, a step and an emotion lane that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell of it has more than {most:,} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment or note was begun and not added yet. Without that it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file would fill this screen with signs: send it on, as in “-o - &gt; map.pdf”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lane of this kind holds no cards: move those that are in it to another lane first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map can hold {most:,} cards at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map can hold {most:,} comments at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map can hold {most:,} lanes at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map can hold {most:,} links at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map can hold {most:,} steps at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A newer release copied this, and a part cannot be read here: {first} and {n:,} more.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>A newer release copied this, and a part cannot be read here: {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer release made this file, in version {version} of the format. Repair it with that one, which knows all that is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page a stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of {text} cannot be made: each side is from {least:g} to {most:,.0f} mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {width:,} × {height:,} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poster is as large as it says, on the paper of --on: leave page and scale out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project begins with a template or with a table: leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project can hold {amount} MiB of pictures at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project can hold {most:,} maps at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project can hold {most:,} personas at most, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report has no part “{part}”; it has {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table can have {most:,} columns at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table can have {most:,} rows at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table can have {most} MiB at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text can hold {most:,} characters at most, so nothing was put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text can hold {most} characters at most, so nothing was put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version control program left both sides of a conflict in the file, the first in line {line:,}. Take one side whole with that program, then open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A0 poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A0 poster on A4 sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A3 for the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4 handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a persona to the project and to this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add la&amp;nes of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add lane &amp;above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add linked card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add persona to map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add s&amp;tep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add stage &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add step be&amp;fore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add touchpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what you were typing to “{name}”, and save it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add {n} cards</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add {n} pictures</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All conflicts of merges are settled. Undo brings the last one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {n} maps</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program wrote this file and it cannot be read now, so it is not written over: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers (CES)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers (CSAT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers (NPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers or visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was before both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As last saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {when}, with the changes that were not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As wide as the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {fit} of its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors of maps, cards and comments, also within other texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic &amp;width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B2B s&amp;ubscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B2B subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backstage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Based on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it goes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behaviours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between which ratings the middle half of all is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both added it, each with other content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both began from {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both changed it differently: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both moved it, to different places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both took out what it stands in or refers to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the changes of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CES = mean effort, from 1 to the end of the scale (7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSAT = satisfied answers ÷ all answers, in %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSAT, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell what {name} is to be: name it .pdf, .svg, .png, .html, .md, .csv or .xlsx, {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals of the smallest text are {height:.1f} mm high, to be read from {far} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals of the smallest text are {height:.1f} mm high, to be read from {far} at most; on a wall people stand farther off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals of the smallest text are {height:.1f} mm high, to be read from {far} at most; paper in the hand is read from {hand}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card, {kind}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards in the parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards that are notes, notes at steps and at points, comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards that are quotes, what customers say at touchpoints and at points, personas’ own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards without a place on the map (Ctrl+Shift+P): drag them here, or click to see them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kind of link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cl&amp;ear the active curve, keep its notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selected &amp;points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click and type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to move the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to hold the time, or to let it go on; right-click for more or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to see this persona. Drag onto the map to add it, or onto a step to rate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or press Tab: the next persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the parking lot (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour as #rrggbb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment is &amp;done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment is open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments, numbered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;with current state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with “{title}”: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Continue on {n} pages</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Cop&amp;y to map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied to “{map}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {what} as a picture: paste it into a presentation, a text or a mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;scores to a persona…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a&amp;s picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy curve to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy instead of moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy scores and fee&amp;lings to a persona…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to “{map}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copy {n} cards</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Could not make the folder {folder}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open {name}: it is a device or a pipe, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open {name}: it is a folder. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open {name}: there is no such file in {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open {name}: you may not read it. Ask whose file it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open {name}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {name}: another program holds it. What was to be saved is in {kept}: close that program, and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {name}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {name}: {reason} An unfinished {left} was left and may be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {name}: {refusal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts of answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+click, Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current and future side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of &amp;all personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of all personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer &amp;journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer journey in five &amp;stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer journey in five stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detractors, 0–6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the changes of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discuss these first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots, and the ratings of ballots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click where it feels good or bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a channel here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a new persona out of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a persona here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a stage here, or press Insert ▸ Add stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag between two lanes to add a lane there, or click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag between two lanes to draw a line there, or click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag between two stages to add one there, or click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag between two steps to add a step there, or click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag cards here that have no place on the map yet, paste lines, or press Ctrl+J to type notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag on empty paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag onto a cell to add a card of this kind, or click to add it at the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag onto a step to add a touchpoint with this channel, or click to add it at the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to make the panel wider or narrower; double click for its own width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or press 1 to 5; the arrow keys go in small steps, Delete takes the rating away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the curve freehand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the pages …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the pages … ({seconds:.1f} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>During purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort, 1–5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emotion at this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emotion of {name}: {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: as wide as others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the ballot (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter; Shift+Enter begins another line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc gave back what was there before; Redo brings back what was typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pain point has an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: &amp;insurance (Dutch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: &amp;restaurant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: &amp;subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PN&amp;G…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export S&amp;VG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name} … laying out the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name} … making the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name} … page {done} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name} … {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ind next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fade in &amp;exports too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fade in exports what is faded here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faded as on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeling about the brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeling, in a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filte&amp;r…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final[Names]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find “{text}” on the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole map into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five more minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frontstage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frustrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Future state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give card to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a stage, to the whole map, to the last stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to map {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to persona {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to step {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next or the previous cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what this is to be linked with: the arrow keys walk, Enter links, Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to where the room &amp;disagrees most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group &amp;ballot on emotions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group ballot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands over to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the project be as it was then (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How i&amp;t was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the brand makes them feel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&amp;nspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact, 1–5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import tab&amp;le…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In exports too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no file yet: {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {title}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be brought back: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be discarded: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It decides what the customer thinks of the brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not apply here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands at no step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands beside the title of every map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made by a newer release, or is a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its earlier state could not be kept as a backup. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its earlier state could not be kept as a backup: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first row names no columns that are known here, such as Stage, Step, Lane, Kind and Text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it no longer (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the project as it is now in its file, under this name (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as the template “{title}”: it is on the start page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as “{name}”. It is in the file from the next save on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane or step is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads &amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the text, cancel a drag, select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Page up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library or outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lin&amp;ks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link from {one} to {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest and highest point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;future-state map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make future-state map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the screen dark, or light again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the pages to print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margins of {margin:g} mm leave less than {least:g} mm of a page of {paper}: at most {most:g} mm can be had there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown, as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match capitals and accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of all personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mer&amp;ge with next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge se&amp;lected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the &amp;tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge what is in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge what {name} saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moments of truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {most:,} things in the file are not as they should be: it is not mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;to map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move in the parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the copy to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to “{map}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move {n} cards</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move {n} emotions</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move {n} lanes</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move {n} stages</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move {n} steps</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to “{map}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPS = % promoters (9–10) − % detractors (0–6), from −100 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the next department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of personas, owners and voters, also within other texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New department…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New from &amp;template or table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conflict (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No comments yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflicts are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No emotion is rated yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font here has {characters} in “{text}”: a box stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font here has {characters}: a box stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lane of this map is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No merge has left anything open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No touchpoint has been measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unsaved changes were discarded within the last week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No versions yet. Those that you keep under a name are listed here, and what each save replaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody disagrees yet, or nobody was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody disagrees yet: let two or more people rate a step in a ballot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has rated this yet: press 1 to 5, then type a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said anything yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on this map yet: drag a persona onto it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None checked: all personas of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the file: {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved when the program ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note at the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has a name like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it is new here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the file can be read as a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called {names}: it goes to the parking lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called {names}: that stays in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is compared: choose File ▸ Versions and merging ▸ Compare with… first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was restored: the project is as it was then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved, since another program wrote this file and it cannot be read now: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number on the &amp;sheet and in exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;utline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;verview map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of NPS and CSAT a table holds the score and the number of answers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of PDFs: the map stands on it as large as it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a map a table holds its title, state, scenario and author only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of panels, bars and menus; the map has its zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of personas a table holds names and roles only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of ratings a table holds the score of each point only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of votes a table holds their sum only, and not who gave them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {name} there is more:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On sheets of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One minute &amp;more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One took it out, the other changed it or still needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the a&amp;ctive persona's curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the active persona's curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only {done:,} of {n:,} cards were put in, since something else was changed.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a backup, or ask for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project or start one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the text of what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the text; when done, start the next card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this version in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name} ({amount}) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlines: always alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own scale …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own size …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own width …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;in lane in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF/A-2b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF/A-2b cannot hold the project. Choose PDF/A-3b, which can, or leave the project out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF/A-3b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain point without text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain points without action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking &amp;lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking lot: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the photo that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passives, 7–8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paste {n} cards</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Pasting was cancelled, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas keep age, place and occupation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas on this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone: one page to zoom into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos of personas, and pictures on cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefere&amp;nces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present from this &amp;stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press 1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previo&amp;us persona's curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conflict (Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Printing page {n} of {all} …</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Printing stopped before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project and personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.cxd *.json *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.cxd *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoters, 9–10</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Putting in {done:,} of {n:,} …</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Qt cannot be loaded, so there are no windows and no PNG files: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;epeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate the selected point of a curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud to those who can't see the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered as of {when}. It is in no file yet: Save asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered as of {when}. Save puts it into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace 1 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Replace all {n:,}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Replace picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace what is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Replace {n:,} checked</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Replace {n:,} texts</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Replaced by a save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by a save · {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right, Space, Page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round of votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round of voting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: {column} cannot be “{text}”, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: {column} is longer than a cell of a workbook holds, {most:,} characters, so it was cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: {column} is longer than {most:,} characters, so it was cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: {column} “{text}” is not known here; it was kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: {error} It was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of {name}, since {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as preset …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as te&amp;mplate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {name}: the window closes then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the file is to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll, across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search library and map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a card first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a card, a step or a stage first, or two that are to be linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a card, a step or a stage that is linked first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a card, a step, a stage or a lane first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a cell on the map first, or drag this onto one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a lane first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a link first: click on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a persona on the map first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a point of a curve first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a point with a score first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a stage or a lane first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a stage or a step that has another one behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a step that is not the first of its stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a step whose width was set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all in a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select cards in the parking lot first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select cards, stages, steps or lanes on the map first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select cards, steps, stages or lanes, in a project with several maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one more, or one less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select several stages, or several steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select something on the map first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the pain points that no opportunity, idea or action solves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selects on the canvas what this is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service &amp;blueprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service blueprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a score between the levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emotion: negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emotion: neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emotion: positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emotion: very negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emotion: very positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set feeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle what a merge left open; the file keeps it until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several projects go into a folder, and {out} is the name of a file: name a folder, such as “-o {folder}/”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several projects go into a folder: say which one, such as “-o exports/”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity, 1–5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sh&amp;ow hidden lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+drag a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+drag along an emotion lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all and close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the map what changed since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show that window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is above, then the stage before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is below, then the next stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {lanes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {title} on the canvas (F12 switches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since then: {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {title}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some lanes have the same title: read from the table their cards are in the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some stages have the same title: read from the table they are one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else saved {name} meanwhile, so nothing was written: merge again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something follows after the end of the project, in {where}. Take it out with a text editor. {ask}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this project is nested too deep to be in a version that is kept, so none was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program and the last thing you did may not be done;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space+drag, middle button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on new maps and comments, and tells others who has a file open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a timer of five minutes, give it one more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start pag&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step without title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Step {n} of {all}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Step: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Steps merged: scores of {n} personas are now the mean.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Steps merged: the score of 1 persona is now the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as en, nl or pt-BR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ake persona off this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T, +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabloid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &amp;out of the parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take department away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over what is in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over what {name} saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take persona off map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the department away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: to find and edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be linked: go to another card, a step or a stage, or press Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The active persona has no scores on this map yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The active persona needs scores on this map, and the project another persona to copy them to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes of {name} were recovered or discarded in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {number} has no name, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{name}” is not known here, or is there twice, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves are alike already, so nothing was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer gets help here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export of {name} could not be started: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export of {name} stopped before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field {field} is there twice, so nobody can tell which value is meant. Open the file in a text editor and take one out, or ask for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read or is no longer there: Save writes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say which version of the format it is in: "version" should be {version}. Ask for the file again, or correct it in a text editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {amount:,.1f} MiB; a project has at most {most} MiB. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a number of thousands of digits, which no project does. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds nothing but zero bytes: its content was lost when it was saved or copied. {ask}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds the number {value}, which is too large to use. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds zero bytes from line {line:,} on: a part was lost when it was saved or copied. {ask}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {text} where a number should be. No project holds that, so another program wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut off: it ends in line {line:,}, before the project does. {ask}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged at {first} (and 1 more problem).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The file is damaged at {first} (and {n:,} more problems).</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>The file is damaged at {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty. {ask}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is in the encoding UTF-16 (or UTF-32). Save it as UTF-8 and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is nested more than {most} levels deep, which no project is. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not as a project should be: {reason} in {where}. {ask}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not in the encoding UTF-8: see line {line:,}. Save it as UTF-8 and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts with a byte order mark. Save it as UTF-8 without one (without BOM) and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed since: both can be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal of 1 stage is not in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The goals of {n:,} stages are not in the table.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>The interface has its normal size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface is as large as it can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface is as small as it can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map has all of these lanes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map has changed since: undo step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map it was made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map “{map}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The margin is in millimetres: from 0 to {most:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle half of the ratings is {apart} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overlap is in millimetres: from 0 to {most:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages could not be drawn here. The export may still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has more than {amount} megapixels, which is the most that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The picture has more than {n} megapixels, so it was not added.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>The picture has {megapixels:.0f} megapixels; at most {amount} can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture would be {width:,} × {height:,} pixels, and at most {side:,} a side can be written: choose a width of at most {most:,} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures in the file have more than {amount} MiB. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of this version and of those that are kept have more than {amount} MiB together, so nothing was restored. Open it as a copy, or delete kept versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place for it is gone meanwhile, so nothing was added: paste it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project in this PDF is damaged. Open the project file itself, or ask for the PDF again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale of a PDF is page, width, or from {least:g}% to {most:g}%, and not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale of a PNG is in pixels to a point: more than 0 and at most {most:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage “{title}” has no cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps on which the room disagrees will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template could not be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title is too long: 10,000 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved changes are no longer there: they were recovered or discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved changes cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved changes were discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved changes were kept by another release of the program. Start that one to recover them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version “{name}” cannot be shown: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version “{name}” is damaged at {first}, so it cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version “{name}” was kept by a newer release and cannot be shown here: use that to restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width of a PNG is in pixels: at least 1 and at most {most:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The {field} is {n:,} characters long; the most is {most:,}.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>The {field} {message}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {field}: {message}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no open comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pain points on this map yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no personas yet: add one in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none on this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a department “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display here to show a window on; “cxdesigner export” does without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lane for “{kind}”: it goes to the parking lot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map in this project yet, so there is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map to comment on: add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map to copy: add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map to export yet: add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map to print: add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map to show: add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map “{title}” in this project; it has {has}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no map: add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no open comment on what is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other map to compare with: copy this one as that of a future state first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no paper “{text}”: it is {known}, or a size such as 500x900mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no place for this: add a lane first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no place for this: select a cell on the map first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{name}”: there are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no standard PDF/A-{name} here: it is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such page to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template “{name}”; there are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to write in: choose one card, one title or one cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no timer: start one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no version “{name}” in this project, nor such a file: it keeps none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no version “{name}” in this project, nor such a file; it keeps {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {kind} “{key}”, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {name} “{value}”: it is {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {what} “{value}” {where}; {has}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody on this map yet: drag a persona onto it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size. Choose a smaller scale or width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the version “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of the active persona on this map's curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to paste: copy cards, lines of text or a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one persona on this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only this map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are different projects, not versions of one. Open the other one and copy what you need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not versions of one project: "{id}" is a {one} in one and a {other} in the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These stand at different steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a picture that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large for a picture, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a PDF with no project in it. Open the project file itself, or ask for a PDF exported with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a copy of {name}. It is in no file yet: Save asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a copy that was saved at the same time as “{name}”: open that one to merge this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a workbook: save its sheet as CSV in the spreadsheet, and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no text, and so no table in it can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project but JSON of another program: "format" is not "{format}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project: it is a document of an office program, such as a letter or a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project: it is a web page, perhaps one to sign in at. Download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project: it is an XML file of another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project: it is not JSON, the format that projects are kept in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project: it is {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a project: the JSON in it is {kind}, not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole project but a copied piece of one. Paste it into a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is only looked at: F12 shows the project as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last step: press Ctrl+G to add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the project in {name}. It is in no file of its own yet: Save asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the file holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what {name} saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This map is not there in {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This persona is not on the map: drag it there, or click twice to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture needs more memory than there is, so nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project was made of {name}, and is in no file yet. 1 thing in that was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This project was made of {name}, and is in no file yet. {n} things in that were not understood.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>This project was made of {name}. It is in no file yet: Save asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report would have {count:,} pages, and at most {most:,} can be made: choose larger paper, or fewer of its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version could not be drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version is kept no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would take {count:,} pages, and at most {most:,} can be made: choose larger paper, or a smaller scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would take {count:,} sheets of paper, and at most {most:,} can be made: choose larger sheets, or a smaller poster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timer: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchpoint without text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the link round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a value for “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes are not kept against a crash now ({reason}): save often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions an&amp;d merging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk cards and cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk stages and lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walking and moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page, as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What both began from is not known here: nothing was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be read in the file itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed since an earlier version cannot be told with things left out: leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is selected shares no fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the brand promises its customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this was about is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was copied does not come from a project, so it can only be pasted as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was copied is nested more than {most} levels deep. It was not pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was in “{name}” is in this file now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept of the unsaved changes cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you open and save is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>When the program ended, changes of {n} other projects were not saved.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>When the program ended, changes of {when} were not saved: {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the program ended, changes of “{name}” were not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While presenting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole map on a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the project in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this version in it the project would have more than {most} MiB, so it was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words at the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at the selected cell or card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write, or set an emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have this file open in another window of this computer since {since}: it is read-only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Zoom {n}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>a ZIP archive; unpack it and open the project inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a backslash stands before something with which it means nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a backslash with something after it that means nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket is of the wrong kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a card at a step is in a lane too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a card in a lane is at a step too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compressed file; unpack it and open the project inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a document of an older office program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture; import it into a card instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark stands in a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a round of voting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stage has at least one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text has a line break in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text with a line break or a control character in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>a version control program left both sides of a conflict in it, {n:,} times</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>a {noun} without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a “[” stands where a “{” should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a “{bracket}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a “{” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a “{” stands where a “[” should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a “}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and this name has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behaviours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both are kept: of two lists all that is in them, else the second in the field "unfit"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both were kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brand feeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card or step or stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>csat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cxdesigner check: -o names the copy that --repair writes; without that there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cxdesigner check: say with -o where to write the repaired copy; the file itself stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cxdesigner new: say which file to write, such as “cxdesigner new dinner.cxd”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cxdesigner stopped because of a mistake in it; {details}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detractors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frustrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on to {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half: {low} to {high} of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {found}; at most {limit:,} are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a picture of more than {amount} megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in the encoding {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than {most:,} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is nested more than {most} levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no picture that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in the encoding UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the key of this data, which has another hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is past the {limit:,} steps that a map has at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in the field "unfit"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is open in another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is read-only. Save it under another name or in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is there as a text now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was given another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was given one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was kept all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made by a newer release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was named by what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was put aside in the field "unfit"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was put aside in the field "unfit" of its map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was put into one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read as if it stood further out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read as that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read as the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read as {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read as {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read by how its lines are indented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was set to that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was set to {value} and what was there is in the field "unfit"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was taken as part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was taken as there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was taken as there at the end of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would have {amount:,.1f} MiB, and a project has at most {most}. Take something out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its brackets do not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its lines were put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its links go round in a circle. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pictures or kept versions are others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind or lane: note   @step or stage   #channel   +persona   ·   Enter adds, Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lane {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line:,}, column {column:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>median {n} of 5</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moment of truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {wanted} "{key}"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {wanted} "{key}" (its kind: {kind})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {wanted} "{key}" in this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {field} any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {suffix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing shows this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now reads “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of one mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one key a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pain: queue in the doorway @orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promoters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px per point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be "{format}"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be a list, not {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be a number of ordinary size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be a text, not {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be an object, not {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be {wanted}, not {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something follows after the end of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something in it is nested more than {most} levels deep. Undo what was put in last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something in it is not as it should be in JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something stands there that is nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something without a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts with a byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subtitle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is no name for a file. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the backup of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning of a list is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the curve moved at 1 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the curve moved at {n:,} points</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>the department “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the details are in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the details could not be written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk has an error. Save it on another disk, and check this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full. Make room, or save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk takes no file of this size. Save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file as last saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is cut off there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first side was taken, and the other put aside in the field "unfit"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {most:,} are there and the rest is in the field "unfit"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id "{key}" is taken by {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lane "{lane}" is of a kind that holds no cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link from “{start}” to “{end}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a field is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pictures have more than {amount} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the round of voting “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same persona and step as in {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text was put into one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two were made one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version before the merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theirs by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a folder of that name. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder {folder}. Save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they were passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is no base64 in it was passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is no letter was read as U+FFFD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is about is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it says is on a card in the parking lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it says otherwise is in a comment there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what stands before that was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the file held until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what {name} saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you may not write in {folder}. Save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is full. Make room, or save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero bytes stand where something was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{changes} with {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error}. Save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{far:.0f} cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{far:.1f} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} now {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} now “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} shows one map: say which one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: cxdesigner made a mistake here; {details}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} is for --{needed} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} is for maps, not for a report: leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} is for {kinds}, not for {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} takes a number, and not “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a folder. Save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} · changed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} · not there any more; backups are</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{group}: {n}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{group}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: {whose}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{known} and {n} more</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{level} · {n} points</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} cards</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} cards went with it.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} cards went with them.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} comments</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} comments are not in the table.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} departments</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} emotions</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} emotions are not in the table, since the map does not show them.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} hidden lanes are not in the table.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} items</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} lanes</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} lines are too many here: paste them into a cell or the parking lot.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} links</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} links are not in the table.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} maps</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} more things like these.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} of {all:,}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} of {all:,} cards</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} personas</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} pictures are not in the table.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} projects</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} rounds of votes</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} stages</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} steps</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} texts replaced</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} things are selected</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} things in it</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} things were changed on both sides of a merge: both are kept in this file.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} things were changed on both sides: they are as they were, and both are kept.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} versions</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{names} {between} {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (gone, backups are there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be written there: choose another folder or another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be moved to the trash: delete it by hand in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be moved to the trash: delete it in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not print: see whether it is on, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} had it open, and it is read-only here still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has closed this file: it can be edited here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has had this file open on {host} since {since}, and was last heard of at {seen}: it is read-only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has this file open on {host} since {since}: it is read-only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged and stays as it is. This is a copy, in no file yet, with 1 thing mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} is damaged and stays as it is. This is a copy, in no file yet, with {n} things mended.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{name} is damaged: --repair -o OUT writes a mended copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there any more: it was deleted, moved or renamed. Save writes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there already: replace it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} saved this file {when}, so nothing was written over it: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} saved this file {when}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed since it was merged, so it stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was left as it was, since not all could be written: see if the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was made by a newer release, and a merge by this one would lose some of it. Merge with that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} was made by a newer release, and {n} cannot be read here. A copy would lose that, so none was saved: use the newer release.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{name} was made by a newer release, so it is not written over: Save asks for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} was made by a newer release: {n} cannot be read here, so it cannot be saved ({first}).</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{name} was not written over, since {reason}: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not written over: somebody else wrote it meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} works on this file too, on {host}: what is saved there is offered here to be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, own value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {sentence}; “cxdesigner check {name}” lists what is wrong, and with “--repair -o OUT” writes a copy that is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{noun} “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} / {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} %</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} cards</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} conflicts</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} files</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden lanes</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} maps</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} of these files are there already: replace them, or choose another name.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} open comments</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pages of up to {width} × {height} mm</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pages of {width} × {height} mm</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pages of {width} × {height} mm: sheets of the poster, and the plan for them</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pain points have no action</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} personas were deleted from the project.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pictures have only {least} pixels to an inch or little more here; 150 and more look sharp.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds ago</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} stages have no cards.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} steps</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} steps were added.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} things in it are not as they should be: {first}, and {more} more.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{one}, {more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} is a PDF, which a merge does not write: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} is a project that is read here: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} is the damaged file itself, which stays as it is: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{out} is there already: choose another name, or write over it with --force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} paper: read from {far}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{persona} at {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has {found}; at most {limit:,} are allowed. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}.content.{done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}.{error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {error} It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {message}, so {did}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points}, as {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points}, automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} ({seconds:.1f} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence}, folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{size} poster on {n} pages of {on}: read from {far}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{sort}: {n:,}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{sort}: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} · {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{step}: {n} ratings, half between {low} and {high}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{things} reworded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing} added to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing} moved from {one} to {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing} moved to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing} moved up or down at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing} removed from {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing}: {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing}: {one} → {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{title} · {n}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{title}, only looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a colour like #2f5bd7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a date like 2026-06-30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is outside {low} and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is outside {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} ({place})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is damaged: install cxdesigner again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is missing from this installation of cxdesigner: install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} put into {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} {message}. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose} · on the map now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{named}” would be {n:,} characters long and {most:,} is the most, so nothing was replaced.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be left out: it is {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is another project, not a version of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is another project, not a version of this one: open it and copy what you need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” lies beside this file: a version of it that was saved at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was deleted from the project, with what they felt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was deleted from the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is a part of several names: {some}. Write more of the one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number, so nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ more below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
