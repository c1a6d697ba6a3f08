import { wordList } from "./word-list.ts";

/** Given names that are common in the United Kingdom, Ireland and North America. Small letters. */
export const ENGLISH_GIVEN_NAMES = wordList(`
  aaron abby abigail abraham adam addison adrian aidan aimee alan alana albert alec alex alexa alexander
  alexandra alexis alfie alfred alice alicia alison alistair allan allen allison alyssa amanda amelia amy
  andrea andrew andy angela angelina anita ann anna annabel annabelle anne annie anthony april archie ariana
  arnold arthur arlene ashley ashton aubrey audrey austin ava avery barbara barry beatrice becky belinda ben
  benjamin bernadette bernard bernice bessie beth bethany betty beverly beverley bill billy blake bobbie
  bonnie brad bradley brandon brandi brendan brent brett brian brianna bridget brittany brooke bruce bryan
  bryce byron caitlin caleb callum calvin cameron camila candace carl carla carlton carly carmen carol
  carole caroline carolyn carrie carter casey cassandra cassidy catherine cathy cecil cecilia celia chad
  charlene charles charlie chelsea cheryl chester chloe chris christian christie christina christine
  christopher cindy claire clara clarence clarissa claude clayton clifford clinton clive clyde cody colin
  colleen connie connor conor constance cora corey courtney craig crystal curtis cynthia daisy dakota dale
  damian damien dan dana daniel danielle danny darcy daren darla darlene darrell darren darryl daryl dave
  david dawn dean deanna debbie deborah debra declan deirdre delia della denise dennis derek desmond destiny
  diana diane dolores dominic don donald donna dora doreen doris dorothy doug douglas duane duncan dustin
  dwayne dwight dylan earl eddie edgar edith edmund edna eduardo edward edwin eileen elaine eleanor elena
  eli elijah elisabeth elise eliza elizabeth ella ellen ellie elliot elliott eloise elsie emily emma
  emmanuel enid eric erica erin ernest estelle esther ethan ethel eugene eunice evan evelyn evie everett
  faith fay felicia felicity fern finley fiona flora florence floyd frances francesca francis frank franklin
  fred freddie frederick freya gabriel gabrielle gail gareth garrett gary gavin gayle gemma gene geoff
  geoffrey george georgia georgina gerald geraldine gerard gertrude gillian gina gladys glen glenda glenn
  gloria gordon grace graham grant greg gregory gretchen guy gwen gwendolyn hailey hannah harley harold
  harriet harrison harry harvey hayden hayley hazel heather hector heidi helen henrietta henry herbert
  hilary hilda holly hope howard hudson hugh hugo hunter ian imogen ina ira irene iris irving isaac isabel
  isabella isabelle isaiah isla ivan ivy jack jackie jackson jacob jacqueline jade jaime jake james jamie
  jan jana jane janet janice janine jared jasmine jason jay jean jeanette jeanne jeff jeffery jeffrey jenna
  jennifer jenny jeremiah jeremy jermaine jerome jerry jesse jessica jessie jill jillian jim jimmie jimmy jo
  joan joann joanna joanne jodie jody joe joel joey johanna john johnny jon jonah jonathan jordan joseph
  josephine josh joshua josie joy joyce juan juanita judith judy julia julian juliana julie juliet june
  justin justine kaitlyn kara karen karl kate katelyn katherine kathleen kathryn kathy katie katrina kay
  kayla keira keith kelley kelli kelly kelsey ken kendall kendra kenneth kenny kent kerry kevin kieran kim
  kimberley kimberly kirk kirsty krista kristen kristin kristina kristy kristine kurt kyle lacey lana lance
  landon larry latoya laura lauren laurie lawrence leah leanne lee leigh leland leila lena leo leon leona
  leonard leroy leslie lester levi lewis liam lillian lily lincoln linda lindsay lindsey lisa lloyd logan
  lois lola lonnie loretta lori lorraine lottie louis louisa louise lucas lucille lucy luke lydia lyndsey
  lynn lynne mabel mackenzie madeline madison maggie malcolm mandy marcia marcus margaret margie marguerite
  maria marian marianne marie marilyn marion marissa marjorie mark marlene marsha marshall martha martin
  marty marvin mary mason matt matthew maureen maurice mavis maxwell may maya megan meghan mel melanie
  melinda melissa melody melvin mercedes meredith merle mia micah michael michele michelle mickey miguel
  mike mildred miles millie milton mindy minnie miranda miriam mitchell moira molly mona monica morgan
  morris muriel myra myrtle nadine nancy naomi natalie natasha nathan nathaniel neil nell nellie nelson
  nettie niall nicholas nicola nicole nigel noah noel nora norma norman olive oliver olivia ollie opal
  ophelia orville oscar owen paige pam pamela pat patricia patrick patsy patty paul paula pauline pearl
  peggy penelope penny percy perry pete peter philip phillip phillipa phoebe phyllis piers poppy preston
  priscilla quentin rachael rachel ralph ramona randall randolph randy raphael raquel ray raymond rebecca
  regina reginald rene renee rex rhonda ricardo rich richard rick ricky riley robert roberta robin robyn
  rochelle rod roderick rodney roger roland ronald ronnie rosa rosalind rosamund rose rosemary rosie ross
  roxanne roy ruby rufus rupert russell ruth ryan sabrina sadie sally sam samantha samuel sandra sandy sara
  sarah savannah scarlett scott sean sebastian selina serena seth shane shannon sharon shaun shawn sheila
  shelby sheldon shelley shelly sheri sherman sherri sherry shirley sian sidney sienna silvia simon sinead
  siobhan sonia sophia sophie spencer stacey stacy stan stanley stella stephanie stephen steve steven
  stewart stuart sue summer susan susie suzanne sybil sydney sylvia tabitha tamara tamsin tammy tanner tanya
  tara taylor ted terence teresa terrance terrence terri terry tessa thelma theodore theresa thomas tiffany
  tim timothy tina tobias toby todd tom tommy toni tony tonya tracey traci tracy travis trevor tricia trina
  tristan troy tyler tyrone ursula valerie vanessa vaughn velma vera verna vernon veronica vicki vickie
  vicky victor victoria vincent viola violet virginia vivian vivienne wade wallace walter wanda warren wayne
  wendell wendy wesley wilbur will willard william willie willow wilma winifred winston wyatt yolanda yvette
  yvonne zac zach zachary zoe
  barack bobby timmy angie desiree krystal misty brandy candice cassie ginger janelle jennie jodi jordyn karina kerri kristie latasha
  makayla mallory mariah meagan mikayla raven selena shawna sheena sierra sonya stacie tami tasha tracie whitney yesenia alvin angel brady
  chase cory damon darin derrick devin devon donovan johnathan johnathon jonathon malik mathew micheal parker rickey tess
`);
