// The questions over the page.
import type { Till } from '../model/till.js';
import type { Question } from '../model/ui.js';
import { GramsDialog } from './ask_grams.js';
import { WarningsDialog } from './ask_warnings.js';
import { ChoiceDialog } from './ask_choice.js';
import { ClearDialog, FeeDialog, HereDialog, InvoiceDialog, NoteDialog } from './ask_small.js';

export function QuestionDialog({ till, question }: { till: Till; question: Question }) {
  switch (question.kind) {
    case 'grams': return <GramsDialog till={till} dish={question.dish} row={question.row} />;
    case 'warnings': return <WarningsDialog till={till} then={question.then} />;
    case 'choice': return <ChoiceDialog till={till} row={question.row} />;
    case 'note': return <NoteDialog till={till} row={question.row} />;
    case 'clear': return <ClearDialog till={till} />;
    case 'fee': return <FeeDialog till={till} />;
    case 'here': return <HereDialog till={till} dish={question.dish} />;
    case 'invoice': return <InvoiceDialog till={till} order_id={question.order_id} />;
  }
}
