import { wordList } from "./word-list.ts";

/** South Asian, Indonesian, Vietnamese, Chinese, Korean, Japanese and African given names in Latin letters. Small letters. */
export const ASIAN_AND_AFRICAN_GIVEN_NAMES = wordList(`
  aarav aarti abhishek aditi aditya ajay ajit akash akshay alok amar amit amita amitabh amrita anand ananya
  anik aniket anirudh anita anjali ankit ankita ankur anoop anshul anuj anupam anuradha anusha aparna
  aravind archana arjun arpita arun aruna arvind ashish ashok ashwin asif avinash babu balaji bharat bharti
  bhavesh bhavna chandan chandra chetan chitra deepa deepak deepika devendra dharmesh dhruv dilip dinesh
  divya farhana gaurav gautam geeta girish gita gopal govind gurpreet hari harish harjit harpreet harsh
  harsha hemant himanshu ishaan ishita jagdish jaspreet jatin jaya jayant jayanti jitendra jyoti kailash
  kalpana kamala kamlesh kapil karan kartik kaushik kavya keshav kiran kirti komal krishna krishnan kumari
  kunal lakshmi lalit lata lokesh madhavi madhu mahendra mahesh mamta manas mandeep manish manisha manju
  manmohan manoj meena meera meenakshi megha milind mohan mohit mohini mukesh murali nagesh namrata nandini
  narayan narendra naresh naveen neelam neeraj neha nikhil nilesh nirmala nisha nishant nitin padma pallavi
  pankaj parag parvati piyush pooja poonam prabhakar pradeep prakash pramod pranav prasad prashant pratap
  pratibha praveen preeti prem priti priyanka puneet purnima radha radhika raghav rahul rajan rajani rajat
  rajendra rajesh rajeev rajiv rajkumar raju rakesh ramesh ramya ranjit rashmi rekha renu ritu rohan rohini
  rohit roshan sachin sameer sandeep sandhya sangeeta sanjay sanjeev santosh sarita satish saurabh savita
  seema shailesh shalini shankar sharad shikha shilpa shiva shobha shreya shruti shubham shweta siddharth
  smita sneha sonal srinivas subhash sudha sudhir sujata suman sumit sunita suresh surya sushil sushma
  swapnil swati tanvi tarun tushar uday uma umesh usha vandana varsha varun venkat venkatesh vidya vijay
  vikas vikram vinay vinod vipin vishal vivek yash yogesh zeeshan agung agus andi arief ayu bambang budi
  citra dedi dian dwi eko fitri gunawan hadi hendra indah iwan joko kartika lestari made mega novi nurul
  nyoman putri putu rahmat ratna rini rizky rudi siti slamet sri sukarno suharto sulastri susilo teguh tri
  utami wahyu wayan widodo yanti yudi yuni anh binh chau chi dung duc giang hanh hieu hoang hong hue hung
  huong khanh khoa kieu lan linh loan long mai minh nam nga ngan nghia ngoc nhung phong phuc phuong quang
  quoc quyen son tam thao thanh thi thien thu thuy tien toan trang trinh trung tuan tung tuyet van viet vinh
  xuan yen cheng feng hao hui jian jiang jing jun lei ling mei meiling ming ning peng ping qiang qing rong
  shan tao tian ting wei wen xia xiao xiaoming xin yan yang ying yong yuan yun zhen zheng zhi hyun jae
  jihoon jisoo kyung minji seung soojin sung young yuna akiko akira ayumi chiyo daisuke emiko haruka haruki
  haruto hideo hiroko hiroshi hitomi ichiro kaori kazuo keiko kenji kenta kumiko makoto masako masashi
  mayumi megumi michiko midori mitsuko miyuki naoki naoko natsumi noriko ryo sachiko sakura satoshi shigeru
  shinji takashi takeshi tatsuya tomoko tsuyoshi yoko yoshiko yuki yukiko yumi yusuke abena abimbola adaeze
  adebayo adwoa afia akosua akua akwasi ama amadou amara aminata aminatou awa ayo ayodele babatunde bukola
  chiamaka chidi chika chinedu chinwe chioma chukwuemeka dembele ebere efua ekow emeka esi fanta fatou femi
  folake funmi gift hawa ibrahima ifeanyi ifeoma ikenna kofi kojo kouame kwabena kwadwo kwaku kwame kwasi
  kweku lamine mamadou mariama modou mwangi nana ndeye ngozi nia njeri nkechi nneka obinna ola olufemi
  olumide oluwaseun ousmane seydou sekou simba sipho tariro temitope tendai thabo thandi themba tunde uche
  wangari wanjiru yaa yaw zanele
  nomvula
`);
